import type { Table } from '../open-tables.ts';
import type { Repair, SheetPlan } from '../plan.ts';
import { nameWithin } from '../planned/cells.ts';
import { isDitto, isPlaceholder } from '../planned/placeholders.ts';
import { walk } from '../planned/walk.ts';
import { nameKey } from '../unit-names.ts';
import type { NamedCell } from './propose-cells.ts';
import { shown } from './sample.ts';

const noRepairs: readonly Repair[] = [];

/** What a sheet calls its cells, each once, in the order of the rows: the whole sheet is read for them. */
export async function cellsNamed(
  table: Table,
  plan: SheetPlan,
  found: Map<string, NamedCell>,
  progress?: (rows: number) => void,
): Promise<void> {
  const nameAt = plan.columns.find(({ target }) => target === 'cell.name')?.at;
  const codeAt = plan.columns.find(({ target }) => target === 'cell')?.at;
  if (nameAt === undefined && plan.cellFromGroups !== true) return;
  let rows = 0;
  const superiorAt = plan.columns.find(({ target }) => target === 'cell.superior')?.at;
  let last = '';
  for await (const { values, passed } of walk(table, plan, noRepairs)) {
    if (++rows % 20_000 === 0) progress?.(rows);
    const isGroup = passed?.kind === 'group' && plan.cellFromGroups === true;
    if (passed !== null && !isGroup) continue;
    const name = isGroup ? (passed.says ?? '') : nameAt === undefined ? '' : shown(values[nameAt]);
    const superior = superiorAt === undefined || isGroup ? undefined : shown(values[superiorAt]) || undefined;
    const whole = nameWithin(name, superior);
    if (name === '' || whole === last || isDitto(name) || isPlaceholder(name, false)) continue;
    last = whole;
    const code = codeAt === undefined ? '' : shown(values[codeAt]);
    const key = code === '' ? nameKey(whole) : code;
    // Copied: a part of a text would keep all of the sheet that it was cut from in memory.
    if (!found.has(key))
      found.set(key, {
        name: copied(name),
        ...(superior === undefined ? {} : { superior: copied(superior) }),
        ...(code === '' ? {} : { code: copied(code) }),
      });
  }
}

function copied(text: string): string {
  return Buffer.from(text).toString();
}
