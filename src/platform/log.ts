import { destination, type Logger, pino } from 'pino';
import { withoutWords } from './error-lines.ts';

/**
 * A log of JSON lines: to stderr, so that stdout stays the answer, and from `warn` up unless SOTAY_LOG says otherwise.
 * Errors are logged without their words, which may hold what somebody typed; `debug` and `trace` add them.
 */
export function makeLog(level: string = process.env.SOTAY_LOG || 'warn', fd = 2): Logger {
  const serializers = { err: level === 'debug' || level === 'trace' ? pino.stdSerializers.err : withoutWords };
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers },
    destination({ fd, sync: true }),
  );
}

/** The log of this process. */
export const log: Logger = makeLog();
