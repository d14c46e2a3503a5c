import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** What the browser fetches before the first screen, in bytes of gzip: the goal of the officers' desk. */
const firstDownloadLimit = 450 * 1024;

/** While the pages are worked on: where the API runs. */
const apiServer = process.env.SOTAY_SERVER ?? 'http://127.0.0.1:4020';

export default defineConfig({
  plugins: [react(), firstDownload(), compressedBeside()],
  // The server puts a fresh nonce in its place for every page; antd's own styles carry it.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: 'dist/web',
    target: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
    assetsInlineLimit: 0, // a font inside a stylesheet would be a data: address, which the policy refuses
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
  },
  server: { host: '127.0.0.1', proxy: { '/api': apiServer, '/open': apiServer } },
});

/** Adds up the scripts that the first screen needs, and refuses a build that has grown beyond the goal. */
function firstDownload(): Plugin {
  return {
    name: 'first-download',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = new Map(
        Object.values(bundle).flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one]] : [])),
      );
      const first = new Set<string>();
      const follow = (name: string): void => {
        if (first.has(name)) return;
        first.add(name);
        for (const next of chunks.get(name)?.imports ?? []) follow(next);
      };
      for (const { fileName, isEntry } of chunks.values()) if (isEntry) follow(fileName);
      const bytes = [...first].reduce((sum, name) => sum + gzipSync(chunks.get(name)?.code ?? '').length, 0);
      const kilobytes = (count: number) => `${Math.round(count / 1024)} KB`;
      console.log(`first download: ${kilobytes(bytes)} of JavaScript (gzip); at most ${kilobytes(firstDownloadLimit)}`);
      if (bytes > firstDownloadLimit) this.error('the first download has grown beyond its limit: load a part lazily');
    },
  };
}

/** Files smaller than this would save less than a packet. */
const worthCompressing = 1_400;

/** Puts each script and style sheet beside itself compressed, so that the server has nothing to do but send it. */
function compressedBeside(): Plugin {
  return {
    name: 'compressed-beside',
    apply: 'build',
    writeBundle({ dir = '' }) {
      const folder = join(dir, 'assets');
      for (const name of readdirSync(folder).filter((one) => /\.(js|css|svg)$/.test(one))) {
        const file = join(folder, name);
        if (statSync(file).size < worthCompressing) continue;
        const bytes = readFileSync(file);
        writeFileSync(`${file}.br`, brotliCompressSync(bytes));
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}
