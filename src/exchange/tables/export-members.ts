import { plainFieldNames, sensitiveFieldNames } from '#/domain/members/record-fields.ts';
import { parseRange } from '#/kernel/facts/table.ts';
import { addDays, type Day } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import type { Cell, TableColumn } from '#/platform/documents/table.ts';
import { type Column, cellOf, type Draft } from './columns.ts';
import { detailColumn, memberColumns, schemeColumns } from './member-columns.ts';

export interface MembersQuestion {
  /** Members of this unit and all below it; of everything in scope without it. */
  unitId?: string;
  on: Day;
  /** Puts plain values in place of sealed ones, a piece of the rows at a time; whoever gives it has written to the access log. */
  reveal?: (rows: readonly { record: { details: Record<string, unknown> } }[]) => Promise<void>;
}

export interface MemberTable {
  columns: TableColumn[];
  rows: AsyncGenerator<Cell[]>;
}

/**
 * The members on a day, in the columns of the template. Sensitive values are masked unless they are revealed, which is
 * recorded before. `rows` must be taken within the transaction.
 */
export async function exportMembers(tx: Tx, question: MembersQuestion): Promise<MemberTable> {
  const columns = [...memberColumns, ...(await otherColumns(tx, question))];
  return {
    columns: columns.map(({ heading, type }) => ({
      heading,
      hasDays: type.hasDays,
      width: heading.length > 14 ? 24 : 16,
    })),
    rows: rowsOf(tx, question, columns),
  };
}

// $1: the day, $2: the unit or null. A member between two units stands in their superior, which the row then names.
const standings = `
  from standing s
  where s.valid @> $1::date
    and ($2::uuid is null or s.unit_id in (select l.unit_id from unit_line l where l.ancestor_id = $2 and l.valid @> $1::date))`;

const query = `
  select p.code, c.code as cell, s.status, to_jsonb(r) as record,
         e.kind as exemption, e.valid as "exemptWhile",
         (select jsonb_agg(jsonb_build_object('scheme', n.scheme, 'number', n.number, 'issuedOn', n.issued_on, 'issuedAt', n.issued_at))
          from member_number n where n.person_id = s.person_id and n.valid @> $1::date) as cards
  from (select s.person_id, s.unit_id, s.status ${standings}) s
  join person p on p.person_id = s.person_id
  join person_record r on r.person_id = s.person_id and r.valid @> $1::date
  left join unit_code c on c.unit_id = s.unit_id and c.valid @> $1::date
  left join exemption e on e.person_id = s.person_id and e.valid @> $1::date
  order by c.code collate "C", r.name_key collate "C", p.person_id`;

interface Row {
  code: string | null;
  cell: string | null;
  status: string;
  record: Record<string, unknown> & { details: Record<string, unknown> };
  exemption: 'permanent' | 'temporary' | null;
  exemptWhile: string | null;
  cards: { scheme: string; number: string; issuedOn: string | null; issuedAt: string | null }[] | null;
}

async function* rowsOf(
  { client }: Tx,
  { on, unitId, reveal }: MembersQuestion,
  columns: readonly Column[],
): AsyncGenerator<Cell[]> {
  await client.query(`declare member_rows no scroll cursor for ${query}`, [on, unitId ?? null]);
  for (;;) {
    const { rows } = await client.query<Row>('fetch 2000 from member_rows');
    if (rows.length === 0) break;
    await reveal?.(rows);
    for (const row of rows) {
      const draft = draftOf(row, on);
      yield columns.map((column) => cellOf(column, draft));
    }
  }
  await client.query('close member_rows');
}

/** A member as the row of an import would say it, so that the columns serve both ways. */
function draftOf({ code, cell, status, record, exemption, exemptWhile, cards }: Row, on: Day): Draft {
  const { details } = record;
  const person: Draft = { code, name: record.name, details };
  for (const field of plainFieldNames) person[field] = record[snake(field)];
  for (const field of sensitiveFieldNames) person[field] = details[field];
  const numbers: Draft = {};
  for (const { scheme, ...card } of cards ?? []) {
    if (scheme === 'dossier') person.dossierNumber = card.number;
    else numbers[scheme] = card;
  }
  const end = exemptWhile === null || exemption === 'permanent' ? null : parseRange(exemptWhile).to;
  const exempt = {
    permanent: exemption === null ? null : exemption === 'permanent',
    until: end === null ? null : addDays(end, -1),
  };
  return { effectiveOn: on, person, cell, status, cards: numbers, exempt };
}

/** Columns for numbers and details that the template does not name, where somebody has one. */
async function otherColumns({ client }: Tx, { on, unitId }: MembersQuestion): Promise<Column[]> {
  const values = [on, unitId ?? null];
  const schemes = await client.query<{ name: string }>(
    `select distinct n.scheme as name from member_number n
     where n.valid @> $1::date and n.person_id in (select s.person_id ${standings}) order by 1`,
    values,
  );
  const details = await client.query<{ name: string }>(
    `select distinct k.name from person_record r, jsonb_object_keys(r.details) as k(name)
     where r.valid @> $1::date and r.person_id in (select s.person_id ${standings}) order by 1`,
    values,
  );
  const named = new Set(memberColumns.map(({ path }) => path.join('.')));
  const isSensitive = new Set<string>(sensitiveFieldNames);
  return [
    ...schemes.rows
      .filter(({ name }) => name !== 'dossier' && !named.has(`cards.${name}.number`))
      .flatMap(({ name }) => schemeColumns(name)),
    ...details.rows
      .filter(({ name }) => !isSensitive.has(name) && !named.has(`person.details.${name}`))
      .map(({ name }) => detailColumn(name)),
  ];
}

function snake(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
