import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const isHere = spawnSync('soffice', ['--version'], { timeout: 60_000 }).status === 0;

/** Why tests with LibreOffice are skipped here; null where it is installed. The build says that it needs it. */
export const noLibreOffice: string | null =
  isHere || process.env.SOTAY_TEST_NEEDS_LIBREOFFICE !== undefined
    ? null
    : 'LibreOffice (soffice) is not installed here';

/** Cells as they are shown, by ";": what a user of the sheet sees. `sheet` counts from 1. */
export const csvOf = (sheet: number) =>
  `csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true,false,false,${sheet}`;
export const plainText = 'txt:Text (encoded):UTF8';

/** Opens the files in LibreOffice and saves each in another format, in one start of the program with a profile of its own. */
export async function convert(
  files: Readonly<Record<string, Uint8Array>>,
  format: string,
): Promise<Record<string, Buffer>> {
  const folder = mkdtempSync(join(tmpdir(), 'sotay-soffice-'));
  try {
    const names = Object.keys(files);
    for (const name of names) writeFileSync(join(folder, name), files[name] as Uint8Array);
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const out = join(folder, 'out');
    await run(
      'soffice',
      [
        `-env:UserInstallation=${profile}`,
        '--headless',
        '--norestore',
        '--convert-to',
        format,
        '--outdir',
        out,
        ...names,
      ],
      { cwd: folder, timeout: 120_000, killSignal: 'SIGKILL' },
    );
    const end = format.split(':')[0];
    const made = readdirSync(out);
    return Object.fromEntries(
      names.map((name) => {
        const found = made.find((file) => file.startsWith(parse(name).name) && file.endsWith(`.${end}`));
        if (found === undefined) throw new Error(`LibreOffice made nothing of ${name}: ${made.join()}`);
        return [name, readFileSync(join(out, found))];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
