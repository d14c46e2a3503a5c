import type { z } from 'zod';
import type { MembersListShown, readMembersList } from '#/exchange/national/contract.ts';
import { exportNational } from '#/exchange/national/export-national.ts';
import { wholeHeading } from '#/exchange/national/layout.ts';
import { layoutNamed } from '#/exchange/national/layouts.ts';
import { countListed } from '#/exchange/national/listed-members.ts';
import { today } from '#/platform/day.ts';
import type { Cell } from '#/platform/documents/table.ts';
import { Problem } from '#/platform/errors.ts';
import { findUnit } from './find-unit.ts';
import type { Workplace } from './workplace.ts';

/** So many are read on a screen; the file has no such end. */
const mostMembers = 5_000;

/** The members of a unit on a day, laid out as the national list has it. Throws `list.too-long`. */
export async function membersList(
  installation: Workplace,
  { layout: name, on, goneSince, ...asked }: z.output<typeof readMembersList.input>,
  actor: string,
): Promise<MembersListShown> {
  const day = on ?? today(installation.clock);
  const layout = layoutNamed(name);
  if (layout === undefined) throw new Error(`the contract lets in a layout ${name} that is none`);
  const { room, unitId, scope } = await findUnit(installation, asked.unit, day, asked);
  return room.read({ actor, scope }, async (tx) => {
    const question = { unitId, on: day, goneSince };
    if ((await countListed(tx, question)) > mostMembers) throw tooLong();
    const { version, unit, superior, rows, count } = await exportNational(tx, layout, question);
    const shown: MembersListShown['rows'] = [];
    for await (const row of rows) shown.push('group' in row ? row : { cells: row.map(written) });
    return {
      title: layout.title,
      mark: layout.mark,
      unit: { code: asked.unit, name: unit },
      superior,
      on: day,
      instrument: version.instrument,
      columns: version.columns.map((column) => ({
        no: column.no,
        heading: wholeHeading(column),
        width: column.width,
      })),
      count,
      rows: shown,
      signatures: [...layout.signatures],
    };
  });
}

/** A cell as the paper has it. */
function written(cell: Cell): string {
  if (cell === null) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10).split('-').toReversed().join('/') : String(cell);
}

function tooLong(): Problem {
  const message = `The list has more than ${mostMembers} members: choose a smaller unit, or take the file.`;
  return new Problem('list.too-long', message);
}
