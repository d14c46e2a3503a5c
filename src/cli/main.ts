import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Stripping types and compiling some 200 files is half of what a figure would cost. The cache lies in the package, where
// nobody else can plant code; where the package may not be written to, there is none.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/sotay', import.meta.url)));
const { run } = await import('./program.ts');
process.exitCode = await run(process.argv.slice(2));
