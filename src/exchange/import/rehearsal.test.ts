import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { Problem } from '#/platform/errors.ts';
import { testWorld, type World } from '#test/world.ts';
import { importJournal, type LineSource } from './import-journal.ts';

let world: World;
const unit = (code: string, kind: string, parent?: string, effectiveOn = '2000-01-01'): ActInput => ({
  kind: 'unit.established',
  effectiveOn,
  unit: { code, name: `Tổ chức ${code}`, kind, ...(parent === undefined ? {} : { parent }) },
});
beforeAll(async () => {
  world = await testWorld();
  await world
    .post([
      unit('A', 'district'),
      {
        ...unit('A.1', 'grassroots-body', 'A'),
        unit: { code: 'A.1', name: 'Đảng bộ xã', kind: 'grassroots-body', type: 'commune', parent: 'A' },
      },
      unit('A.1.1', 'cell', 'A.1'),
      unit('A.1.2', 'cell', 'A.1', '2020-01-01'),
      { kind: 'unit.dissolved', effectiveOn: '2022-01-01', unit: 'A.1.2', successor: 'A.1.1' } as ActInput,
      {
        kind: 'member.registered',
        effectiveOn: '2021-01-01',
        person: { code: 'TAKEN', name: 'Nguyễn Văn Mẫu' },
        cell: 'A.1.1',
        status: 'official',
      },
    ])
    .catch((error: Problem) => {
      throw new Error(JSON.stringify(error.fields));
    });
});
afterAll(() => world.close());

const rows = fc.array(
  fc.record({
    effectiveOn: fc.constantFrom('2019-06-01', '2021-06-01', '2025-01-01', '2025-02-30'),
    cell: fc.constantFrom('A.1.1', 'A.1.1', 'A.1.2', 'A.1', 'A.9'),
    status: fc.constantFrom('official', 'probationary'),
    person: fc.record(
      {
        name: fc.constant('Trần Thị Ví Dụ'),
        code: fc.constantFrom('P1', 'P2', 'TAKEN'),
        born: fc.constantFrom('1960', '2024-05-06'),
        citizenId: fc.constantFrom('001060000001', '1'),
      },
      { requiredKeys: ['name'] },
    ),
  }),
  { minLength: 1, maxLength: 8 },
);

let files = 0;
function sourceOf(list: readonly object[]): LineSource {
  const hash = String(files++).padStart(64, '0');
  return {
    name: 'thử',
    hash,
    read: () =>
      list.map((row, i) => ({
        line: i + 1,
        input: { kind: 'member.registered', ...structuredClone(row) } as ActInput,
      })),
  };
}

const lines = ({ faults }: { faults: string[] }) => new Set(faults.map((fault) => fault.split(' ')[0]));

const outcome = (work: Promise<{ added: number; leftOut: { line?: number; code: string }[] }>) =>
  work.then(
    ({ added, leftOut }) => ({ added, faults: leftOut.map(({ line, code }) => `${line} ${code}`).toSorted() }),
    (error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      return { added: 0, faults: error.fields.map(({ line, code }) => `${line} ${code}`).toSorted() };
    },
  );

test.each([[true], [false]])(
  'a rehearsal finds what the recording finds, and records nothing (good rows only: %s)',
  async (goodRowsOnly) => {
    await fc.assert(
      fc.asyncProperty(rows, async (list) => {
        const source = sourceOf(list);
        const options = { actor: 'test', goodRowsOnly };
        const count = () => world.read(async ({ client }) => (await client.query('select from act')).rowCount);
        const before = await count();
        const rehearsed = await outcome(importJournal(world.journal, source, { ...options, dryRun: true }));
        expect(await count()).toBe(before);
        const recorded = await outcome(importJournal(world.journal, source, options));
        // The recording may stop at the first kind of fault of a row, or of the file; the rehearsal tells those behind it too.
        expect(rehearsed.faults).toEqual(expect.arrayContaining(recorded.faults));
        if (goodRowsOnly) expect(lines(rehearsed)).toEqual(lines(recorded));
        expect([rehearsed.added, rehearsed.faults.length > 0]).toEqual([recorded.added, recorded.faults.length > 0]);
        const { added } = recorded;
        expect(await count()).toBe((before ?? 0) + added);
        await world.tamper(
          `create temp table gone as select id from act where source ->> 'via' = 'import';
           delete from sensitive_value where act_id in (select id from gone); delete from act_subject where act_id in (select id from gone);
           delete from standing where act_id in (select id from gone); delete from person_record where act_id in (select id from gone);
           delete from member_event where act_id in (select id from gone); delete from person where act_id in (select id from gone);
           delete from import_batch; delete from act where id in (select id from gone)`,
        );
      }),
      { numRuns: 25 },
    );
  },
);
