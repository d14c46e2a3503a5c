import { type Installation, openInstallation } from '#/server/installation.ts';

/** Opens the installation for one piece of work, and closes it in every case, once: also on Ctrl-C and on a plain kill. */
export async function withInstallation<T>(
  options: { data?: string },
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const opening = openInstallation({ data: options.data });
  const stopListening = onSignal(async () => {
    const installation = await opening.catch(() => undefined);
    await installation?.abandon();
  });
  try {
    const installation = await opening;
    try {
      return await work(installation);
    } finally {
      await installation.close();
    }
  } finally {
    stopListening();
  }
}

/**
 * Runs the work at the first signal to end, then ends; a second signal ends at once. For a server to be told to end is no
 * failure. Returns what takes the listening back.
 */
export function onSignal(work: () => Promise<unknown>, kind: 'server' | 'work' = 'work'): () => void {
  let isEnding = false;
  const numbers = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;
  const listener = (signal: keyof typeof numbers): void => {
    const failed = () => process.exit(128 + numbers[signal]);
    if (isEnding) failed();
    isEnding = true;
    work().then(kind === 'server' ? () => process.exit(0) : failed, failed);
  };
  for (const signal of Object.keys(numbers)) process.on(signal, listener);
  return () => {
    for (const signal of Object.keys(numbers)) process.off(signal, listener);
  };
}
