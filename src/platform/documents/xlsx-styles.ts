/** As many formats of cells as Excel allows. */
const mostFormats = 65_490;

const formats = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs\s*>/;
const format = /<(?:\w+:)?xf\b((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const numberOf = /\bnumFmtId\s*=\s*["'](\d+)["']/;
const numbers = /<(?:\w+:)?numFmt\s(?:[^>"']|"[^"]*"|'[^']*')*>/g;

/**
 * What tells days from numbers, and no more: the styles are read again for every piece of a sheet, and whoever sends
 * 16 MB of them would keep the reader busy for hours. Throws when there are more than Excel allows.
 */
export function leanStyles(xml: string): string {
  const codes = [...xml.matchAll(numbers)].map(([tag]) => tag.replace(/^<\w+:/, '<').replace(/\/?>$/, '/>'));
  const cells = [...(formats.exec(xml)?.[0] ?? '').matchAll(format)];
  if (cells.length > mostFormats || codes.length > mostFormats)
    throw new Error(`there are more than ${mostFormats} formats of cells`);
  const lean = cells.map(([, attributes = '']) => `<xf numFmtId="${numberOf.exec(attributes)?.[1] ?? 0}"/>`);
  return `<styleSheet><numFmts>${codes.join('')}</numFmts><cellXfs>${lean.join('')}</cellXfs></styleSheet>`;
}
