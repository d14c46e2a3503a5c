import { erasureRows } from '../retention/list.ts';
import type { Source } from './source.ts';

/** Requests to erase what is due, for whoever may approve such; never one's own. */
export const erasures: Source = {
  name: 'erasures',
  needs: 'records.erase',
  lines: async ({ room, actor, path }) => {
    const rows = await room.read({ actor, scope: path }, (tx) => erasureRows(tx, 'open'));
    return rows
      .filter(({ askedBy }) => askedBy !== actor)
      .map(({ id, name, askedAt, askedBy }) => ({
        ...{ source: 'erasures', id, about: name, by: askedBy, since: askedAt, note: null, due: null, unit: null },
        what: { vi: 'Đề nghị xóa thông tin mật đã đến hạn', en: 'Sensitive values that are due, to be erased' },
        isWaiting: true,
        opens: { page: 'retention' } as const,
      }));
  },
};
