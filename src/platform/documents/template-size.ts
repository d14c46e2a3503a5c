/** The most bytes that a template may have; apart, so that a page can refuse before it sends. */
export const mostTemplateBytes = 5 * 2 ** 20;
