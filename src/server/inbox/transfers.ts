import { lastDayToReceive } from '#/domain/members/api.ts';
import { unitsCalled } from '../access/units-called.ts';
import type { Source } from './source.ts';

/** So many are told; whoever has more works through the list of the figure. */
const most = 50;

interface Letter {
  person: string;
  name: string | null;
  letter: string | null;
  since: string;
  to: string;
}

/** Members on their way to the unit or one under it, the longest underway first. */
export const transfers: Source = {
  name: 'transfers',
  needs: 'members.read',
  lines: async ({ room, actor, seat, on, unitId, path }) => {
    const { rulebook } = await room.journal();
    return room.read({ actor }, async (tx) => {
      const { rows } = await tx.client.query<Letter>(
        `select t.person_id as person, r.name, t.letter, lower(t.valid)::text as since, t.to_unit_id as to
         from transit t join unit_scope u on u.unit_id = t.to_unit_id
         left join lateral (select name from person_record r where r.person_id = t.person_id
           order by upper(r.valid) desc nulls first limit 1) r on true
         where t.valid @> $1::date and strpos(u.path, $2) > 0 order by lower(t.valid), t.person_id limit ${most}`,
        [on, path],
      );
      const called = await unitsCalled(
        tx,
        rows.map(({ to }) => to),
        on,
      );
      const records = seat.mayRecord('transfer.received');
      return rows.map(({ person, name, letter, since, to }) => ({
        ...{ source: 'transfers', id: `${person}:${since}`, about: name, note: letter, since, by: null },
        what: { vi: 'Chuyển sinh hoạt đến, chờ tiếp nhận', en: 'Transfer to receive' },
        unit: called.get(to) ?? null,
        due: lastDayToReceive(rulebook, since),
        isWaiting: records && to === unitId,
        opens: records
          ? ({ page: 'form', kind: 'transfer.received', person } as const)
          : ({ page: 'member', person } as const),
      }));
    });
  },
};
