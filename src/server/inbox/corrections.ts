import { fieldWords } from '#/domain/words/field-words.ts';
import { correctionRows } from '../corrections/rows.ts';
import type { Source } from './source.ts';

/** Requests that a record be corrected, for whoever decides such; never one's own. */
export const corrections: Source = {
  name: 'corrections',
  needs: 'corrections.decide',
  lines: async ({ room, actor, path }) => {
    const rows = await room.read({ actor, scope: path }, (tx) => correctionRows(tx, { state: 'open' }));
    return rows
      .filter(({ askedBy, cipher }) => askedBy !== actor && cipher !== null)
      .map(({ id, field, name, askedAt, askedBy }) => {
        const { vi, en } = fieldWords[field] ?? { vi: field, en: field };
        return {
          ...{ source: 'corrections', id, about: name, by: askedBy, since: askedAt, note: null, due: null, unit: null },
          what: { vi: `Đề nghị sửa hồ sơ: ${vi}`, en: `A record to be corrected: ${en}` },
          isWaiting: true,
          opens: { page: 'corrections' } as const,
        };
      });
  },
};
