/** What stood after ? in the address when the page was opened: the router keeps only what it knows. */
export const arrivedWith = window.location.search;
