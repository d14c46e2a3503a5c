import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { Problem } from '../errors.ts';
import { log } from '../log.ts';
import type { Paper } from './paper.ts';

const require = createRequire(import.meta.url);
let compiler: Promise<NodeCompiler> | undefined;

/** A paper as a tagged PDF (PDF/UA-1), its text in Tinos. The same paper gives the same bytes. Throws `pdf.unavailable`. */
export function writePdf(paper: Paper): Promise<Uint8Array> {
  return compilePdf('./paper.typ', paper);
}

/** What a layout beside this file makes of its content, which it gets as `sys.inputs.paper`. Throws `pdf.unavailable`. */
export async function compilePdf(layout: `./${string}.typ`, paper: object): Promise<Uint8Array> {
  compiler ??= makeCompiler();
  compiler.catch(() => {
    compiler = undefined; // what is missing may be installed
  });
  const typst = await compiler;
  const result = typst.compile({
    mainFileContent: readFileSync(new URL(layout, import.meta.url), 'utf8'),
    inputs: { paper: JSON.stringify(paper) },
  });
  if (result.result === null) throw new Error(`Typst: ${JSON.stringify(result.takeDiagnostics()?.shortDiagnostics)}`);
  try {
    return accessible(typst, result.result);
  } finally {
    typst.evictCache(2);
  }
}

/** A letter that no font here has breaks the standard, not the paper: it is then tagged only. */
function accessible(typst: NodeCompiler, document: NodeTypstDocument): Uint8Array {
  try {
    return typst.pdf(document, { pdfStandard: 'ua-1' });
  } catch {
    // Not what the compiler says: it may quote the text.
    log.warn('a PDF does not keep PDF/UA-1; it is tagged all the same');
    return typst.pdf(document, { pdfTags: true });
  }
}

// Optional: 52 MB that nobody needs who prints from Word.
async function makeCompiler(): Promise<NodeCompiler> {
  const library = await import('@myriaddreamin/typst-ts-node-compiler').catch((cause: unknown) => {
    const message =
      'PDF needs the optional package @myriaddreamin/typst-ts-node-compiler, which is not installed here.';
    throw new Problem('pdf.unavailable', message, { status: 501, cause });
  });
  const fonts = dirname(require.resolve('@expo-google-fonts/tinos/package.json'));
  return library.NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] });
}
