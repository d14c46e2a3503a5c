import { sql } from 'kysely';
import { cellKinds } from '#/domain/units/api.ts';
import type { Audit } from '#/kernel/audit.ts';
import { partyPosts } from './contract.ts';

interface Found {
  unitId: string;
  code: string;
  person: string;
  post: string;
  since: string;
}

/**
 * A member who moves to another cell keeps what he or she holds in committees above, but not, in practice, in the cell
 * that was left. Only an act ends a post, so the register says where one may be missing.
 */
export const postsInCellsLeft: Audit = {
  name: 'posts-in-cells-left',
  title: { vi: 'Chức vụ ở chi bộ đã chuyển đi', en: 'Posts in cells that were left' },
  run: async ({ db }) => {
    const { rows } = await sql<Found>`
      select p.unit_id, c.code, coalesce(r.code, p.person_id::text) as person, p.post, lower(s.valid)::text as since
      from post p
      join unit_kind k on k.unit_id = p.unit_id and upper_inf(k.valid) and k.kind in (${sql.join(cellKinds)})
      join unit_code c on c.unit_id = p.unit_id and upper_inf(c.valid)
      join standing s on s.person_id = p.person_id and upper_inf(s.valid) and not s.in_transit and s.unit_id <> p.unit_id
      join person r on r.person_id = p.person_id
      where upper_inf(p.valid) and p.post in (${sql.join(partyPosts)})
      order by c.code, r.code limit 100`.execute(db);
    return rows.map(({ unitId, code, person, post, since }) => ({
      level: 'note' as const,
      unitId,
      message: `${person} is still ${post} of the cell ${code}, but has stood in another cell since ${since}: record post.left.`,
    }));
  },
};
