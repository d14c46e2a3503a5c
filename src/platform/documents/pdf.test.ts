import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const pdf = fileURLToPath(new URL('./pdf.ts', import.meta.url));

test('where the optional compiler is not installed, a PDF is refused with what is missing', async () => {
  // In a process of its own: a module once loaded does not go away.
  const script = `
    import { registerHooks } from 'node:module';
    registerHooks({ resolve(name, context, next) {
      if (name.includes('typst-ts-node-compiler')) throw new Error('not installed');
      return next(name, context);
    } });
    const { writePdf } = await import(${JSON.stringify(pdf)});
    await writePdf({}).catch(({ code, status, message }) => console.log(JSON.stringify({ code, status, message })));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  expect(JSON.parse(stdout)).toMatchObject({
    code: 'pdf.unavailable',
    status: 501,
    message: expect.stringContaining('@myriaddreamin/typst-ts-node-compiler'),
  });
});
