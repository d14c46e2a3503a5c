import type { PersonLabel } from '#/kernel/journal/draft-contract.ts';
import type { Day } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import type { Room } from '../workplace.ts';

/** A person by id, as the field of a form shows who is chosen. Throws `person.unknown`. */
export async function personLabel(
  room: Room,
  asker: { actor: string; scope: string },
  person: string,
  on: Day,
): Promise<PersonLabel> {
  const row = await room.read(asker, async ({ client }) => {
    const { rows } = await client.query(
      `select p.person_id as person, p.code, r.name, r.born, s.status, n.name as unit_name, c.code as unit_code
       from person p
       join lateral (select name, born from person_record r where r.person_id = p.person_id
         order by r.valid @> $2::date desc, upper(r.valid) desc nulls first limit 1) r on true
       left join standing s on s.person_id = p.person_id and s.valid @> $2::date
       left join unit_name n on n.unit_id = s.unit_id and n.valid @> $2::date
       left join unit_code c on c.unit_id = s.unit_id and c.valid @> $2::date
       where p.person_id = $1`,
      [person, on],
    );
    return rows[0];
  });
  if (row === undefined)
    throw new Problem('person.unknown', 'The register does not have this person.', { status: 404 });
  const { unit_name: name, unit_code: code, ...label } = row;
  return { ...label, unit: name === null || code === null ? null : { code, name } };
}
