import { open } from 'node:fs/promises';
import type { Terminal } from './terminal.ts';

/** Where an export goes. */
export interface Target {
  write: (piece: string | Uint8Array) => Promise<void>;
  close: () => Promise<void>;
}

/** The file, which must not be there yet and which only its owner may read; or the terminal. */
export async function openTarget(terminal: Terminal, file: string | undefined): Promise<Target> {
  if (file === undefined) return { write: terminal.write, close: async () => {} };
  const handle = await open(file, 'wx', 0o600);
  return {
    write: async (piece) => {
      await handle.writeFile(piece); // goes on where the last piece ended
    },
    close: () => handle.close(),
  };
}
