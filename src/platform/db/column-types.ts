import { types as builtin, type CustomTypesConfig } from 'pg';

// How PostgreSQL's text becomes JavaScript. Days and ranges stay text (a Date has no days, only instants);
// instants keep their microseconds, which a Date would drop.
type Parse = (text: string) => unknown;

const asText: Parse = (text) => text;
const TEXT_ARRAY: number = 1009;
const textArray = builtin.getTypeParser(TEXT_ARRAY) as (text: string) => (string | null)[];
const arrayOf =
  (parse: Parse): Parse =>
  (text) =>
    textArray(text).map((item) => (item === null ? null : parse(item)));

/** PostgreSQL's '2026-11-23 08:00:00.12+07' as '2026-11-23T01:00:00.120000Z'. */
export function instantFromSql(text: string): string {
  const parts = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?([+-]\d\d)(?::?(\d\d))?(?::?(\d\d))?$/.exec(text);
  if (parts === null) return text; // 'infinity', or a year no register knows
  const [, day, time, fraction = '', hours = '+00', minutes = '00', seconds = '00'] = parts;
  const sign = hours.startsWith('-') ? -1 : 1;
  const offset = sign * (Math.abs(Number(hours)) * 3600 + Number(minutes) * 60 + Number(seconds));
  const utc = new Date(Date.parse(`${day}T${time}Z`) - offset * 1000).toISOString();
  return `${utc.slice(0, -5)}.${fraction.padEnd(6, '0')}Z`;
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number`);
  return value;
}

const parsers = new Map<number, Parse>();
/** Sets the parser of a type and of its array type. */
function set(oid: number, arrayOid: number, parse: Parse): void {
  parsers.set(oid, parse).set(arrayOid, arrayOf(parse));
}
set(20, 1016, safeInteger); // int8
set(1082, 1182, asText); // date
set(1114, 1115, asText); // timestamp
set(1184, 1185, instantFromSql); // timestamptz
set(1186, 1187, asText); // interval
set(1700, 1231, asText); // numeric
set(3910, 3911, asText); // tstzrange
set(3912, 3913, asText); // daterange

/** The types of every connection of ours. */
export const types: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) ||
    builtin.getTypeParser(oid, format as 'text')) as CustomTypesConfig['getTypeParser'],
};
