import { afterAll, beforeAll, test } from 'vitest';
import { loadDemo } from '#/server/demos.ts';
import { type Desk, openDesk, type Size } from './desk.ts';

// A member's page in a ward of people who do not exist.

let desk: Desk;
/** The person about whom most is recorded, and one who came in while the register was kept. */
let busy: string;
let admitted: { id: string; on: string };

beforeAll(async () => {
  desk = await openDesk();
  await loadDemo(desk.installation, 'ward', { members: 500, actor: 'journeys' });
  const room = await desk.installation.room('VM');
  await room.read({ actor: 'journeys' }, async ({ client }) => {
    const most = await client.query(
      `select s.subject_id as id from act_subject s join standing t on t.person_id = s.subject_id and upper_inf(t.valid)
       group by 1 order by count(distinct s.act_id) desc, 1 limit 1`,
    );
    const new_ = await client.query(
      `select e.person_id as id, e.on_day as on from member_event e join standing t on t.person_id = e.person_id and upper_inf(t.valid)
       where e.event = 'admitted' order by e.on_day desc limit 1`,
    );
    busy = most.rows[0].id;
    admitted = new_.rows[0];
  });
});
afterAll(() => desk?.close());

const at = 'unit=VM.P01&tenant=VM&period=2026';

test.each(['wide', 'narrow'] as const)(
  'the page of a member, its parts, and a day before the membership, %s',
  async (size: Size) => {
    const { go, look, leave } = await desk.sit({ size });
    await go(`/members/${busy}?${at}`);
    await look(`member-${size}`);
    for (const part of ['sheet', 'tables', 'files']) {
      await go(`/members/${busy}?${at}&part=${part}`);
      await look(`member-${part}-${size}`);
    }
    await go(`/members/${admitted.id}?${at}`);
    await look(`member-new-${size}`);
    await go(`/members/${admitted.id}?${at}&on=2010-01-01`);
    await look(`member-before-${size}`);
    await leave();
  },
);
