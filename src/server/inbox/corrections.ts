import { unitsCalled } from '../access/units-called.ts';
import { decidersOf } from '../corrections/competent.ts';
import { labelOf } from '../corrections/field.ts';
import { ownAsking } from '../corrections/own-asking.ts';
import { correctionRows } from '../corrections/rows.ts';
import type { Source } from './source.ts';

/**
 * Requests that a record be corrected, for whoever decides such; never what one asks oneself, or in whose name. They wait for the grassroots organisation
 * above the cell; who stands above it sees them without being asked, and an officer of a cell, who is refused, does not.
 */
export const corrections: Source = {
  name: 'corrections',
  needs: 'corrections.decide',
  lines: async ({ installation, room, actor, seat, path, unitId, on }) =>
    room.read({ actor, scope: path }, async (tx) => {
      const all = (await correctionRows(tx, { state: 'open' })).filter(({ cipher }) => cipher !== null);
      const own = await ownAsking(tx, all, seat);
      const open = all.filter(({ id }) => !own.has(id));
      const persons = open.map(({ person }) => person);
      const deciders = await decidersOf(tx, persons, path, installation);
      const called = await unitsCalled(tx, [...deciders.values()].flat(), on);
      return open.flatMap(({ id, field, name, askedAt, askedBy, person }) => {
        const units = deciders.get(person);
        if (units === undefined) return [];
        const { vi, en } = labelOf(field);
        return {
          ...{ source: 'corrections', id, about: name, by: askedBy, since: askedAt, note: null, due: null },
          unit: called.get(units[0] as string) ?? null,
          what: { vi: `Đề nghị sửa hồ sơ: ${vi}`, en: `A record to be corrected: ${en}` },
          isWaiting: unitId !== null && units.includes(unitId),
          opens: { page: 'correction', id } as const,
        };
      });
    }),
};
