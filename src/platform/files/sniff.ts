/** The kinds of files that are kept: what a scanner or a camera makes. */
export type ScanType = 'application/pdf' | 'image/jpeg' | 'image/png';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const pngEnd = Buffer.from('IEND');
const jpeg = Buffer.from([0xff, 0xd8, 0xff]);
const jpegEnd = Buffer.from([0xff, 0xd9]);
const pdf = Buffer.from('%PDF-');
const pdfEnd = Buffer.from('%%EOF');

/** Scanners and cameras append a little of their own behind the end. */
const tail = 4_096;

/**
 * What a file is by its own first bytes, whatever it is called, and whether its end is there: a transfer or a disk that
 * broke off leaves a file that opens in part only. Null: none of the kinds that are kept.
 */
export function sniff(bytes: Buffer): { type: ScanType; isWhole: boolean } | null {
  const ends = (mark: Buffer) => bytes.subarray(-tail).includes(mark);
  if (bytes.subarray(0, png.length).equals(png)) return { type: 'image/png', isWhole: ends(pngEnd) };
  if (bytes.subarray(0, jpeg.length).equals(jpeg)) return { type: 'image/jpeg', isWhole: ends(jpegEnd) };
  if (bytes.subarray(0, pdf.length).equals(pdf)) return { type: 'application/pdf', isWhole: ends(pdfEnd) };
  return null;
}

const extensions: Record<ScanType, string> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' };

/** The name as a file may have it anywhere: nothing that leads elsewhere, hides, or lies about what the file is. */
export function safeFileName(name: string, type: ScanType): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replaceAll(/[\p{Cc}\p{Cf}:*?"<>|]/gu, '_')
    .replace(/\.(pdf|jpe?g|png)$/i, '')
    .replace(/^[.\s]+/, '')
    .trim();
  return `${[...stem].slice(0, 120).join('') || 'tep'}.${extensions[type]}`;
}
