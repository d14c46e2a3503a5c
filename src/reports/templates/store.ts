import type { Day } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { uuidv7 } from '#/platform/ids.ts';

/** A template that an office put here. */
export interface OfficeTemplate {
  report: string;
  /** Whose it is: the unit asked for, or one above it. */
  unitId: string;
  /** Levels above the unit asked for. */
  depth: number;
  validFrom: Day;
  fileName: string;
  uploadedAt: string;
  uploadedBy: string;
}

// A unit's own last word on a day; one that took its template back speaks no more, and the next above is asked.
const inForce = `
  select distinct on (t.report, t.unit_id) t.report, t.unit_id, l.depth, t.valid_from, t.file_name, t.content, t.uploaded_at, t.uploaded_by
  from office_template t join unit_line l on l.ancestor_id = t.unit_id and l.unit_id = $1 and l.valid @> $2::date
  where t.valid_from <= $3::date
  order by t.report, t.unit_id, t.valid_from desc, t.uploaded_at desc, t.id desc`;

const columns = `report, unit_id as "unitId", depth, valid_from as "validFrom", file_name as "fileName",
  uploaded_at as "uploadedAt", uploaded_by as "uploadedBy"`;

/** Where the unit stands in the tree, and on which day the paper is made. */
export interface TemplateFor {
  unitId: string;
  treeOn: Day;
  madeOn: Day;
}

/** The templates by which the unit's papers are made, the nearest of each report. */
export async function templatesInForce({ client }: Pick<Tx, 'client'>, asked: TemplateFor): Promise<OfficeTemplate[]> {
  const { rows } = await client.query<OfficeTemplate>(
    `select distinct on (report) ${columns} from (${inForce}) s where content is not null order by report, depth`,
    [asked.unitId, asked.treeOn, asked.madeOn],
  );
  return rows.map((row) => ({ ...row, uploadedAt: new Date(row.uploadedAt).toISOString() }));
}

/** The nearest template of one report with its bytes; null where the official layout holds. */
export async function templateInForce(
  { client }: Pick<Tx, 'client'>,
  report: string,
  asked: TemplateFor,
): Promise<{ fileName: string; content: Buffer } | null> {
  const { rows } = await client.query(
    `select file_name as "fileName", content from (${inForce}) s where content is not null and report = $4 order by depth limit 1`,
    [asked.unitId, asked.treeOn, asked.madeOn, report],
  );
  return rows[0] ?? null;
}

interface Put {
  unitId: string;
  report: string;
  validFrom: Day;
  /** Null: from that day on the unit has none of its own. */
  file: { name: string; content: Uint8Array } | null;
  uploadedAt: string;
  uploadedBy: string;
}

/** Adds a template, or that there is none any more. */
export async function putTemplate({ client }: Pick<Tx, 'client'>, put: Put): Promise<void> {
  const { unitId, report, validFrom, file, uploadedAt, uploadedBy } = put;
  await client.query(
    `insert into office_template (id, unit_id, report, valid_from, file_name, content, uploaded_at, uploaded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      uuidv7(),
      unitId,
      report,
      validFrom,
      file?.name ?? null,
      file === null ? null : Buffer.from(file.content),
      uploadedAt,
      uploadedBy,
    ],
  );
}
