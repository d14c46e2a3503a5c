import type { ClientBase } from 'pg';
import { z } from 'zod';
import { canonicalJson, sha256Hex } from '#/platform/canonical-json.ts';
import { plainHeading } from '../tables/columns.ts';
import { sheetPlan, type TablePlan } from '../tables/plan.ts';

// What was corrected once need not be corrected again: the meaning of the columns is kept by the form of the file. What
// belongs to one file only (where rows begin, which cell a sheet is, the opening day, the superior) is proposed anew.

const mapping = z.array(
  z.strictObject({
    sheet: z.string().nullable(),
    use: sheetPlan.shape.use,
    charset: sheetPlan.shape.charset,
    status: sheetPlan.shape.status,
    columns: z.array(
      z.strictObject({
        at: z.int(),
        heading: z.string(),
        target: z.string().nullable(),
        charset: sheetPlan.shape.charset.optional(),
        isMixed: z.boolean().optional(),
      }),
    ),
  }),
);
type Mapping = z.infer<typeof mapping>;

/** What files of one form have in common: the headings of each sheet, in order, and the names of the sheets. */
export function signatureOf({ sheets }: TablePlan): string {
  const form = sheets.map(({ sheet, columns }) => [
    sheet === null ? null : plainHeading(sheet),
    ...columns.map(({ at, heading }) => [at, plainHeading(heading)]),
  ]);
  return sha256Hex(canonicalJson(form));
}

/** Keeps how a file was read. */
export async function remember(
  client: ClientBase,
  { signature, plan, name, by, at }: { signature: string; plan: TablePlan; name: string; by: string; at: string },
): Promise<void> {
  await client.query(
    `insert into import_mapping (signature, mapping, file_name, used_at, used_by) values ($1, $2, $3, $4, $5)
     on conflict (signature) do update set mapping = excluded.mapping, file_name = excluded.file_name, used_at = excluded.used_at, used_by = excluded.used_by`,
    [signature, JSON.stringify(mappingOf(plan)), name, at, by],
  );
}

/** The plan as the last file of this form was read; null where none was, or where it was read just as proposed. */
export async function recall(client: ClientBase, signature: string, proposed: TablePlan): Promise<TablePlan | null> {
  const { rows } = await client.query('select mapping from import_mapping where signature = $1', [signature]);
  const kept = mapping.safeParse(rows[0]?.mapping);
  return kept.success ? applied(kept.data, proposed) : null;
}

/** Forgets it. Returns whether there was something to forget. */
export async function forget(client: ClientBase, signature: string): Promise<boolean> {
  const { rowCount } = await client.query('delete from import_mapping where signature = $1', [signature]);
  return rowCount === 1;
}

function mappingOf({ sheets }: TablePlan): Mapping {
  return sheets.map(({ sheet, use, charset, status, columns }) => ({
    sheet,
    use,
    charset,
    status,
    columns: columns.map(({ at, heading, target, charset: own, isMixed }) => ({
      at,
      heading: plainHeading(heading),
      target,
      ...(own === undefined ? {} : { charset: own }),
      ...(isMixed === true ? { isMixed } : {}),
    })),
  }));
}

function applied(kept: Mapping, proposed: TablePlan): TablePlan {
  return {
    ...proposed,
    sheets: proposed.sheets.map((sheet) => {
      const own = kept.find((one) => one.sheet === sheet.sheet);
      if (own === undefined) return sheet;
      const { status: _proposed, ...rest } = sheet;
      return {
        ...rest,
        use: own.use,
        charset: own.charset,
        ...(own.status === undefined ? {} : { status: own.status }),
        columns: sheet.columns.map((column) => {
          const before = own.columns.find(
            ({ at, heading }) => at === column.at && heading === plainHeading(column.heading),
          );
          if (before === undefined) return column;
          const { charset: _charset, isMixed: _isMixed, ...other } = column;
          return {
            ...other,
            target: before.target,
            ...(before.charset === undefined ? {} : { charset: before.charset }),
            ...(before.isMixed === true ? { isMixed: true } : {}),
          };
        }),
      };
    }),
  };
}
