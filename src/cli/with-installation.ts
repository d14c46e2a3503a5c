import { type Installation, openInstallation } from '#/server/installation.ts';

/** Opens the installation for one piece of work, and closes it in every case, once: also on Ctrl-C and on a plain kill. */
export async function withInstallation<T>(
  options: { data?: string },
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const opening = openInstallation({ data: options.data });
  const ending = onSignal(async () => (await opening.catch(() => undefined))?.abandon());
  try {
    const installation = await opening;
    try {
      return await work(installation);
    } catch (error) {
      await ending.hold();
      throw error;
    } finally {
      await installation.close();
    }
  } finally {
    ending.forget();
  }
}

export interface Ending {
  /** Never returns once a signal came: work that was cut off has nothing to tell, the process ends by the signal. */
  hold: () => Promise<void>;
  /** Takes the listening back. */
  forget: () => void;
}

/**
 * Runs the work at the first signal to end, then ends; told again later, it ends at once. For a server to be told to end
 * is no failure.
 */
export function onSignal(work: () => Promise<unknown>, kind: 'server' | 'work' = 'work'): Ending {
  let endingSince: number | null = null;
  const numbers = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;
  const listener = (signal: keyof typeof numbers): void => {
    const failed = () => process.exit(128 + numbers[signal]);
    // One Ctrl-C may come twice: from the terminal, and passed on by npm.
    if (endingSince !== null && Date.now() - endingSince > 2_000) failed();
    if (endingSince !== null) return;
    endingSince = Date.now();
    work().then(kind === 'server' ? () => process.exit(0) : failed, failed);
  };
  for (const signal of Object.keys(numbers)) process.on(signal, listener);
  return {
    hold: async () => {
      if (endingSince !== null) await new Promise(() => {});
    },
    forget: () => {
      for (const signal of Object.keys(numbers)) process.off(signal, listener);
    },
  };
}
