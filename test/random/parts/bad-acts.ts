import type { ActInput } from '#/kernel/journal/act.ts';
import type { ActKind } from '#/kernel/journal/kind.ts';
import { schemaPaths, visitPath } from '#/kernel/journal/schema-paths.ts';

/** A line with one thing wrong, or at least unusual. */
export interface BadAct {
  /** What is wrong. */
  what: string;
  act: ActInput;
  /** Must be refused, naming this field; null: it may fit, but if it is refused a field is named. */
  refusedAt: string | null;
}

const units = { unknown: 'KHONG-CO', ended: 'GONE', later: 'LATE' };
const persons = { unknown: 'KHONG-CO', dead: 'DEAD', expelled: 'OUT', leaving: 'AWAY', later: 'P-LATE' };

/** Values that no field wants, or that only few want. */
const odd: readonly unknown[] = [
  null,
  '',
  ' ',
  'a\u0000b',
  '\ud800',
  'x'.repeat(5_000),
  '9999-12-31',
  '0001-01-01',
  '2023-02-30',
  -1,
  0.5,
  3_000_000_000,
  1e300,
  true,
  [],
  [null],
  {},
  { a: 1 },
];

/** The example of a kind, with everything that may be wrong about it. */
export function badActs(kind: ActKind): BadAct[] {
  const example = kind.example as ActInput;
  const found: BadAct[] = [];
  const bad = (what: string, change: (act: ActInput) => void, refusedAt: string | null = null) => {
    const act = structuredClone(example);
    change(act);
    found.push({ what, act, refusedAt });
  };
  const set = (key: string, value: unknown) => (act: ActInput) => void Object.assign(act, { [key]: value });

  for (const { path, meta } of schemaPaths(kind.schema)) {
    if (meta.refers === undefined) continue;
    const names = meta.refers === 'unit' ? { ...units, person: 'P2' } : { ...persons, unit: 'HH.001' };
    for (const [which, code] of Object.entries(names)) {
      const isSure = which === 'unknown' || which === 'person' || which === 'unit';
      let isThere = false;
      const change = (act: ActInput) =>
        visitPath(act, path, (value, { container, key }) => {
          if (typeof value !== 'string') return;
          isThere = true;
          container[key] = code;
        });
      change(structuredClone(example));
      if (isThere) bad(`${path.join('.')}: ${which} ${meta.refers}`, change, isSure ? (path[0] as string) : null);
    }
  }
  for (const key of Object.keys(kind.schema.shape)) {
    for (const value of odd) bad(`${key} = ${JSON.stringify(value).slice(0, 30)}`, set(key, value));
    const isOptional = (kind.schema.shape[key] as { safeParse: (v: unknown) => { success: boolean } }).safeParse(
      undefined,
    ).success;
    bad(`no ${key}`, (act) => void delete act[key], isOptional ? null : key);
  }
  for (const day of ['1900-01-01', '0001-01-01', '9999-12-31']) bad(`on ${day}`, set('effectiveOn', day));
  bad('no such day', set('effectiveOn', '2023-02-30'), 'effectiveOn');
  bad('no day', (act) => void delete act.effectiveOn, 'effectiveOn');
  bad('no paper', set('paper', null));
  bad('half a paper', set('paper', { issuer: 'Huyện ủy A' }), 'paper');
  bad('a paper of a year', set('paper', { issuer: 'Huyện ủy A', number: '1', issuedOn: '2020' }));
  bad('a paper of 9999', set('paper', { issuer: 'Huyện ủy A', number: '1', issuedOn: '9999-12-31' }));
  bad('a paper with a NUL', set('paper', { issuer: 'a\u0000b', number: '1' }), 'paper');
  bad('an unknown field', set('tuyChon', 1), 'tuyChon');
  bad('an unknown actor', set('actor', { unit: 'KHONG-CO', body: 'committee' }), 'actor');
  bad('an actor that has ended', set('actor', { unit: 'GONE', body: 'committee' }));
  bad('an unknown body', set('actor', { unit: 'HH', body: 'x' }), 'actor');
  bad('after what is not there', set('after', '01890000-0000-7000-8000-00000000dead'));
  bad(
    'in place of what is not there',
    (act) => Object.assign(act, { withdraws: '01890000-0000-7000-8000-00000000dead', note: 'x' }),
    'withdraws',
  );
  bad('an id that is none', set('id', 'x'), 'id');
  bad('an id that was used', set('id', usedId), 'id');
  bad('a note with a NUL', set('note', 'a\u0000b'), 'note');
  return found;
}

/** The id of an act that the register holds. */
export const usedId = '01890000-0000-7000-8000-00000000beef';
