import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importJournal } from '#/exchange/import/import-journal.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { Problem } from '#/platform/errors.ts';
import { derivedId } from '#/platform/ids.ts';
import { register } from '#/server/parts.ts';
import { badActs, usedId } from './random/parts/bad-acts.ts';
import { testWorld, type World } from './world.ts';

const unit = (code: string, kind: string, parent?: string, effectiveOn = '2010-01-01'): ActInput => ({
  kind: 'unit.established',
  effectiveOn,
  unit: { code, name: `Đơn vị ${code}`, kind, ...(parent ? { parent } : {}) },
});
const member = (code: string, effectiveOn = '2015-01-01'): ActInput => ({
  kind: 'member.registered',
  effectiveOn,
  person: { code, name: `Lê Văn ${code}`, born: '1950', sex: 'male', admittedOn: '1980-05-19' },
  cell: 'HH.001.01',
  status: 'official',
});

/** The units and persons that the examples speak of, and some that are not as an act wants them. */
const known: ActInput[] = [
  { ...unit('NB', 'provincial'), id: usedId },
  unit('HH', 'district', 'NB'),
  unit('ND-K', 'bloc', 'NB'),
  ...['ND-K.044', 'ND-K.045', 'KCQ.012'].map((code) => unit(code, 'grassroots-cell', 'ND-K')),
  ...['HH.001', 'HH.002', 'HH.003', 'HH.004'].map((code) => unit(code, 'grassroots-body', 'HH')),
  ...['HH.001.01', 'HH.001.02', 'GONE'].map((code) => unit(code, 'cell', 'HH.001')),
  { kind: 'unit.dissolved', effectiveOn: '2014-01-01', unit: 'GONE', successor: 'HH.001.02' },
  unit('LATE', 'cell', 'HH.001', '2026-06-01'),
  ...['P1', 'P2', 'P3', 'P4', 'DEAD', 'OUT', 'AWAY'].map((code) => member(code)),
  member('P-LATE', '2026-06-01'),
  { kind: 'member.died', effectiveOn: '2016-01-01', person: 'DEAD' },
  { kind: 'member.expelled', effectiveOn: '2016-01-01', person: 'OUT' },
  {
    kind: 'transfer.issued',
    effectiveOn: '2016-01-01',
    person: 'AWAY',
    destination: { place: 'province', name: 'Tỉnh ủy B' },
  },
];

const example = (kind: string) => register.kinds.get(kind)?.example as ActInput;

/** What has to be recorded before the example of a kind can be. */
const before: Readonly<Record<string, readonly string[]>> = {
  'target.cancelled': ['target.assigned'],
  'post.ratified': ['post.assumed'],
  'post.left': ['post.assumed'],
  'unit.disciplineEnded': ['unit.disciplined'],
  'member.disciplineEnded': ['member.disciplined'],
  'strengthening.closed': ['strengthening.opened'],
  'model.recognised': ['model.registered'],
  'model.revoked': ['model.recognised'],
  'petition.settled': ['petition.received'],
};

let world: World;
beforeAll(async () => {
  world = await testWorld();
  await world.post(known);
});
afterAll(() => world.close());

let files = 0;

/** What the register answers to lines that it does not keep; null: it would take them. */
async function answer(lines: readonly ActInput[]): Promise<unknown> {
  const source = {
    name: 'thu.ndjson',
    hash: derivedId('bad', String(files++)),
    read: () => lines.map((input, i) => ({ line: i + 1, input })),
  };
  try {
    await importJournal(world.journal, source, { actor: 'test', dryRun: true });
    return null;
  } catch (error) {
    return error;
  }
}

/** What is wrong with an answer; null: it is clear. */
function unclear(error: unknown, refusedAt: string | null): string | null {
  if (error === null) return refusedAt === null ? null : 'was taken';
  if (!(error instanceof Problem)) return `a fault of ours: ${error}`;
  if (error.status >= 500) return `${error.status} ${error.code}`;
  const [first] = error.fields;
  if (first === undefined) return `${error.code} names no field: ${error.message}`;
  if (!first.field) return `${first.code} names no field: ${first.message}`;
  if (!first.code || !first.message) return `${error.code} says nothing`;
  if (refusedAt !== null && !error.fields.some(({ field }) => field?.split('.')[0] === refusedAt))
    return `names ${error.fields.map(({ field }) => field).join(', ')}, not ${refusedAt} (${first.code})`;
  return null;
}

const kinds = [...register.kinds.values()].map((kind) => [kind.kind, kind] as const);
// Whoever enters or is brought in by an example is known here already.
const ofParts = kinds.filter(
  ([name]) =>
    !/^(unit\.(est|spl|cons)|act\.|admission|transfer\.(rec|can|con)|member\.(reg|adm|temporarilyReceived|res|readm|.*Ended|.*Returned|recog)|unit\.(upg|down|ended)|member\.corrected)/.test(
      name,
    ),
);

describe('the example of each kind', () => {
  it.each(ofParts)('%s fits a register that knows what it speaks of', async (name) => {
    expect(await answer([...(before[name] ?? []).map(example), example(name)])).toBeNull();
  });
});

describe('an act with something wrong', () => {
  it.each(kinds)(
    '%s is refused with the field and the rule, never with a fault',
    async (name, kind) => {
      const prelude = (before[name] ?? []).map(example);
      const wrong: string[] = [];
      for (const { what, act, refusedAt } of badActs(kind)) {
        const found = unclear(await answer([...prelude, act]), refusedAt);
        if (found !== null) wrong.push(`${what}: ${found}`);
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );
});
