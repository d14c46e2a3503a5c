import { sql } from 'kysely';
import { rowsCounted, rowsInPlace } from './counted.ts';
import { declaredAcross, declaredParts } from './declared.ts';
import { unevenSums } from './declared-sums.ts';
import type { CountFigure, NotCounted } from './figure.ts';
import type { Frame } from './frame.ts';
import { declaredEntries, toEntries, withLabels } from './list.ts';

const ACROSS = 'kỳ báo cáo không nằm trọn trong kỳ được hỏi';
const PART = 'là một phần của số chung do chính đơn vị báo cáo';

/** What was considered but not counted, and why: the considered rows of this place and time whose id is not among the counted. */
export async function notCounted(
  frame: Frame,
  figure: CountFigure,
  args: Record<string, string>,
): Promise<NotCounted[]> {
  const across = await declaredEntries(frame, await declaredAcross(frame, figure, args));
  return [
    ...(await consideredOnly(frame, figure, args)),
    ...across.map((entry) => ({ ...entry, why: ACROSS })),
    ...(await partsOf(frame, figure, args)),
  ];
}

/** Parts of a count that their unit declared whole, with both numbers where they do not add up to it. */
async function partsOf(frame: Frame, figure: CountFigure, args: Record<string, string>): Promise<NotCounted[]> {
  const lines = await declaredParts(frame, figure, args);
  if (lines.length === 0) return [];
  const unitIds = [...new Set(lines.map(({ unitId }) => unitId))];
  const uneven = await unevenSums(frame.facts, [figure], sql`d.unit_id = any(${unitIds}::uuid[])`);
  const entries = await declaredEntries(frame, lines);
  return entries.map((entry) => {
    const sum = uneven.find(({ partActs }) => partActs.includes(String(entry.act)));
    const told = sum === undefined ? '' : `: số chung ${sum.whole}, cộng các phần ${sum.parts}`;
    return { ...entry, why: `${PART}${told}` };
  });
}

async function consideredOnly(frame: Frame, figure: CountFigure, args: Record<string, string>): Promise<NotCounted[]> {
  if (figure.considered === undefined) return [];
  const considered = await rowsInPlace(frame, figure, args, figure.considered(frame.facts, args), 'with-why');
  const counted = await rowsCounted(frame, figure, args);
  // Of what lasts, such as a roster, each once, with the reason that came up last: so counted and not counted add up to it.
  const once = figure.lasting === true ? sql`o.id` : sql`o.id, o.why`;
  const latest = figure.lasting === true ? sql`o.since desc nulls last, o.day, o.why` : sql`o.day desc`;
  const rest = sql`select distinct on (${once}) o.* from (${considered}) o
    where not exists (select from (${counted}) k where k.id = o.id) order by ${once}, ${latest}, o.unit_id`;
  const entries = await toEntries(frame, figure, await withLabels(frame, figure, rest));
  return entries.map(({ row, ...entry }) => ({ ...entry, why: row.why ?? '' }));
}
