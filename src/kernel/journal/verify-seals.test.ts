import fc from 'fast-check';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock } from '#/platform/clock.ts';
import { inTransaction, wholeTenant } from '#/platform/db/transaction.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { actId, asSuperuser, insertActs, recordBatch, recordedAt } from '#test/plain-acts.ts';
import { type Head, headOf, parseHeads } from '../seals/head.ts';
import { sealNext } from '../seals/seal.ts';
import { verifySeals as verify } from '../seals/verify-seals.ts';
import { sealedJournal } from './sealed-journal.ts';

const clock = fixedClock('2024-02-01T00:00:00Z');
const perSeal = 5;
const parseHead = (text: string) => parseHeads(text)[0] as Head;
const verifySeals = (tx: Parameters<typeof verify>[0], kept?: Head) => verify(tx, sealedJournal, kept);
const sealed = 15;
let database: TestDatabase;
let head: Head;

/** Makes one seal for every five acts. */
async function sealAll(client: Client): Promise<void> {
  while ((await sealNext({ client: client as never }, sealedJournal, clock, perSeal)) !== null);
}

// Three batches of five, each in a seal of its own, and two acts that nobody has sealed yet. Ids do not follow time.
beforeAll(async () => {
  database = await testDatabase();
  const pool = database.appPool();
  await recordBatch(pool, 1, [1, 4, 7, 10, 13]);
  await recordBatch(pool, 2, [2, 5, 8, 11, 14]);
  await recordBatch(pool, 3, [3, 6, 9, 12, 15]);
  await inTransaction(pool, { actor: 'sealer', scope: wholeTenant }, ({ client }) => sealAll(client as never));
  await recordBatch(pool, 4, [16, 17]);
  head = parseHead(
    await inTransaction(pool, { actor: 'officer', scope: wholeTenant }, (tx) => headOf(tx, sealedJournal, clock)),
  );
});
afterAll(() => database.close());

const sealOf = (n: number) => ((n - 1) % 3) + 1;

/** What verification says, without and with the head, after somebody with every right has done something. Nothing of it stays. */
async function after(tamper: (client: Client) => Promise<unknown>) {
  return asSuperuser(database.adminUrl, async (client) => {
    await client.query('begin');
    await tamper(client);
    const alone = await verifySeals({ client: client as never });
    const withHead = await verifySeals({ client: client as never }, head);
    await client.query('rollback');
    return { alone: alone.findings, withHead: withHead.findings };
  });
}

const sql =
  (text: string, ...values: unknown[]) =>
  (client: Client) =>
    client.query(text, values);
const remake = async (client: Client) => {
  await client.query('delete from seal');
  await sealAll(client);
};
const names = (what: string, n: number) => ({ what, seal: sealOf(n), act: { id: actId(n) } });

test('an untouched journal has nothing to report, with and without a head, and as the application sees it', async () => {
  expect(await after(async () => {})).toEqual({ alone: [], withHead: [] });
  const report = await inTransaction(database.appPool(), { actor: 'a', scope: wholeTenant, readOnly: true }, (tx) =>
    verifySeals(tx, head),
  );
  expect(report).toEqual({ seals: 3, sealedActs: 15, unsealedActs: 2, findings: [], isComplete: true });
});

test.each([
  ['the body', `body = jsonb_set(body, '{name}', '"Đơn vị khác"')`],
  ['the day of effect', `effective_on = '2020-05-20'`],
  ['the paper', `paper = '{"issuer":"Huyện ủy Mẫu","number":"1"}'`],
  ['who recorded it', `recorded_by = 'nobody'`],
  ['when it was recorded, by a microsecond', `recorded_at = recorded_at - interval '1 microsecond'`],
  ['when it was recorded, into another seal', `recorded_at = '2024-01-01T00:00:00.000001Z'`],
  ['a key of the body that would hide one of the envelope', `body = body || '{"recordedBy":"officer"}'`],
  ['when it was recorded, after everything', `recorded_at = '2030-01-01'`],
])('a change of %s is found and named', async (_, change) => {
  const { alone, withHead } = await after(sql(`update act set ${change} where id = $1`, actId(8)));
  expect(alone[0]).toMatchObject({ ...names('changed', 8), act: { kind: 'unit.renamed' } });
  expect(withHead[0]).toMatchObject(names('changed', 8));
  expect(new Set(alone.map(({ act }) => act?.id))).toEqual(new Set([actId(8)]));
});

test.each([1, 8, 15])('the removal of act %i is found and named', async (n) => {
  const { alone, withHead } = await after(sql('delete from act where id = $1', actId(n)));
  expect(alone).toMatchObject([names('removed', n)]);
  expect(withHead).toMatchObject([names('removed', n)]);
});

test('an act slipped in among sealed ones is found and named; the two that nobody sealed yet are not', async () => {
  const { alone } = await after((client) => insertActs(client, 2, [20]));
  expect(alone).toMatchObject([{ what: 'inserted', seal: 2, act: { id: actId(20), recordedAt: recordedAt(2) } }]);
});

test('of several, the first is named first: by seal, then by id', async () => {
  const { alone } = await after(sql('update act set note = $1 where id = any($2)', 'x', [12, 14, 5].map(actId)));
  expect(alone.map(({ act }) => act?.id)).toEqual([5, 14, 12].map(actId));
});

test('a journal cut short together with its seals is known by the head alone; its first missing act is named', async () => {
  const cut = async (client: Client) => {
    await client.query('delete from act where recorded_at > $1', [recordedAt(1)]);
    await client.query('delete from seal where no > 1');
  };
  const clumsy = await after(cut);
  expect(clumsy.alone).toMatchObject([{ what: 'truncated', act: null }]);
  const careful = await after(async (client) => {
    await cut(client);
    await client.query('update journal_head set last_recorded_at = $1', [recordedAt(1)]);
  });
  expect(careful.alone).toEqual([]);
  expect(careful.withHead).toMatchObject([
    { what: 'truncated', seal: 2, act: { id: actId(2) } },
    { what: 'truncated', seal: 3, act: { id: actId(3) } },
    { what: 'seal-missing', seal: 2 },
  ]);
});

test('an emptied register is known as such', async () => {
  const { alone, withHead } = await after(async (client) => {
    await client.query('delete from act');
    await client.query('delete from seal');
  });
  expect(alone).toMatchObject([{ what: 'truncated' }]);
  expect(withHead[0]).toMatchObject({ what: 'truncated', seal: 1, act: { id: actId(1) } });
});

test('seals that were touched, reordered or taken out are named', async () => {
  const findings = async (text: string) => (await after(sql(text))).alone.map(({ what, seal }) => [what, seal]);
  expect(
    await findings(`update seal set leaves = overlay(leaves placing '\\x00'::bytea from 2) where no = 2`),
  ).toContainEqual(['seal-changed', 2]);
  expect(await findings(`update seal set previous_hash = hash where no = 2`)).toEqual([
    ['seal-changed', 2],
    ['seal-changed', 2],
  ]);
  expect(await findings(`update seal set hash = previous_hash where no = 2`)).toEqual([
    ['seal-changed', 2],
    ['seal-changed', 3],
  ]);
  expect(await findings(`update seal set act_ids = act_ids || '\\x00'::bytea where no = 1`)).toEqual([
    ['seal-changed', 1],
  ]);
  expect(await findings(`delete from seal where no = 2`)).toEqual([['seal-missing', 2]]);
  expect(await findings(`delete from journal_head`)).toEqual([['head-missing', null]]);
});

test('whatever one does to one line, making every seal anew does not hide it from the head', async () => {
  const edits: Record<string, (n: number) => (client: Client) => Promise<unknown>> = {
    changed: (n) => sql('update act set effective_on = effective_on - 1 where id = $1', actId(n)),
    removed: (n) => sql('delete from act where id = $1', actId(n)),
    inserted: (n) => async (client) => {
      await insertActs(client, sealOf(n), [n + 100]);
    },
  };
  const tampering = fc.tuple(fc.constantFrom(...Object.keys(edits)), fc.integer({ min: 1, max: sealed }));
  await fc.assert(
    fc.asyncProperty(tampering, async ([what, n]) => {
      const { alone, withHead } = await after(async (client) => {
        await edits[what]?.(n)(client);
        await remake(client);
      });
      expect(alone).toEqual([]);
      const id = actId(what === 'inserted' ? n + 100 : n);
      expect(withHead[0]).toMatchObject({ what, seal: sealOf(n), act: { id } });
      expect(withHead.slice(1)).toMatchObject([{ what: 'seals-remade', seal: sealOf(n) }]);
    }),
    { numRuns: 40 },
  );
});

test('a chain cut into other seals after a change still tells which line it was', async () => {
  const { withHead } = await after(async (client) => {
    await client.query('update act set note = $1 where id = $2', ['x', actId(12)]);
    await client.query('delete from seal');
    await sealNext({ client: client as never }, sealedJournal, clock);
  });
  expect(withHead).toMatchObject([names('changed', 12), { what: 'seals-remade', seal: 1 }]);
});

test('a chain made anew over unchanged lines is reported, and no line accused', async () => {
  const { alone, withHead } = await after(async (client) => {
    await client.query('delete from seal');
    await sealNext({ client: client as never }, sealedJournal, clock);
  });
  expect([alone, withHead]).toMatchObject([[], [{ what: 'seals-remade', seal: 1, act: null }]]);
});

test('of a head only the printed first line is needed to see that something was done', async () => {
  const { seals: _, ...first } = head;
  const printed = parseHead(JSON.stringify(first));
  const report = await asSuperuser(database.adminUrl, async (client) => {
    await client.query('begin');
    await client.query('update act set note = $1 where id = $2', ['x', actId(12)]);
    await remake(client);
    const { findings } = await verifySeals({ client: client as never }, printed);
    await client.query('rollback');
    return findings;
  });
  expect(report).toMatchObject([{ what: 'seals-remade', seal: 3 }]);
});

test('a register that went on after the head was printed is still the same', async () => {
  const { withHead } = await after(sealAll);
  expect(withHead).toEqual([]);
});

test("another register's head is refused, and so is a file that is not one", async () => {
  await asSuperuser(database.adminUrl, async (client) => {
    await expect(verifySeals({ client: client as never }, { ...head, register: 'OTHER' })).rejects.toThrow(
      /head is of the register OTHER/,
    );
  });
  const lines = (
    await inTransaction(database.appPool(), { actor: 'a', scope: wholeTenant }, (tx) =>
      headOf(tx, sealedJournal, clock),
    )
  )
    .trim()
    .split('\n');
  expect(parseHead(lines.join('\r\n'))).toEqual(head);
  expect(() => parseHead('')).toThrow(/Line 1/);
  expect(() => parseHead(`${lines[0]}\n{"no":1}`)).toThrow(/Line 2/);
  expect(() => parseHead(lines.toSpliced(1, 1).join('\n'))).toThrow(/do not belong together/);
  expect(() => parseHead(lines.slice(0, -1).join('\n'))).toThrow(/do not belong together/);
});

test('in a large seal the head narrows a hidden change down to a few acts', async () => {
  const { withHead, changed } = await asSuperuser(database.adminUrl, async (client) => {
    await client.query('begin');
    await insertActs(
      client,
      5,
      Array.from({ length: 2_500 }, (_, i) => 1_000 + i),
    );
    await client.query('update journal_head set last_recorded_at = $1', [recordedAt(5)]);
    await sealAll(client);
    const large = parseHead(await headOf({ client: client as never }, sealedJournal, clock));
    await client.query('update act set note = $1 where id = $2', ['x', actId(2_000)]);
    await remake(client);
    const { findings } = await verifySeals({ client: client as never }, large);
    await client.query('rollback');
    return { withHead: findings, changed: 2_000 };
  });
  const [first] = withHead;
  expect(first).toMatchObject({ what: 'changed', seal: 5 });
  expect(first?.message).toMatch(/One of the 3 lines/);
  const named = Number.parseInt(first?.act?.id.slice(-12) as string, 16);
  expect(changed - named).toBeGreaterThanOrEqual(0);
  expect(changed - named).toBeLessThan(3);
});
