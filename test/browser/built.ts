import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { alone } from './once.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = ['src', 'index.html', 'vite.config.ts', 'package.json'];

/** Builds the pages when a source is younger than what was built. */
export function ensureBuilt(): Promise<void> {
  return alone('build', async () => {
    const index = `${root}dist/web/index.html`;
    if (existsSync(index) && statSync(index).mtimeMs > Math.max(...sources.map((path) => youngest(`${root}${path}`))))
      return;
    const vite = `${root}node_modules/vite/bin/vite.js`;
    // As `npm run build` does it: under vitest's own NODE_ENV React would come with its checks of development.
    const env = { ...process.env, NODE_ENV: 'production' };
    await promisify(execFile)(process.execPath, [vite, 'build'], { cwd: root, env });
  });
}

/** When something of it was changed last; of code only what a browser may get. */
function youngest(path: string): number {
  if (!existsSync(path)) return 0;
  const found = statSync(path);
  if (found.isFile()) return found.mtimeMs;
  const inside = readdirSync(path, { recursive: true, encoding: 'utf8' });
  const reaching = inside.filter((name) => /^(web|platform)\b|contract|plan\.ts$/.test(name));
  return Math.max(0, ...reaching.map((name) => statSync(`${path}/${name}`).mtimeMs));
}
