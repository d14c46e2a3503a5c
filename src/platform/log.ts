import { destination, type Logger, pino } from 'pino';

/** A log of JSON lines: to stderr, so that stdout stays the answer, and from `warn` up unless SOTAY_LOG says otherwise. */
export function makeLog(level: string = process.env.SOTAY_LOG || 'warn', fd = 2): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination({ fd, sync: true }));
}

/** The log of this process. */
export const log: Logger = makeLog();
