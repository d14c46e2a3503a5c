import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apiDocument } from '#/server/openapi.ts';
import { routes } from '#/server/routes.ts';
import { figuresPage } from './docs/figures-page.ts';
import { journalPage } from './docs/journal-page.ts';
import { permissionsPage } from './docs/permissions-page.ts';

// Documentation that follows from the declarations: written by `npm run docs`, committed, and compared by `--check`.
const pages: { path: string; text: () => string }[] = [
  { path: 'docs/journal.md', text: journalPage },
  { path: 'docs/figures.md', text: figuresPage },
  { path: 'docs/permissions.md', text: permissionsPage },
  { path: 'docs/openapi.json', text: () => `${JSON.stringify(apiDocument(routes), null, 1)}\n` },
];

const isCheck = process.argv.includes('--check');
for (const { path, text } of pages) {
  const file = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  const wanted = text();
  if (read(file) === wanted) continue;
  if (isCheck) {
    console.error(`${path} is out of date: run "npm run docs"`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, wanted);
    console.log(`${path} written`);
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null; // not written yet
  }
}
