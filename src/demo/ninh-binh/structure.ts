import type { ActInput } from '#/kernel/journal/act.ts';
import { addDays, type Day } from '#/platform/day.ts';
import { between, type Random } from '../random.ts';
import type { Grassroots } from '../roster.ts';
import { superiorOf, superiors } from './tree.ts';

/** Founded on a day by a decision of a few days before; these papers are older than the register. */
function established(r: Random, on: Day, issuer: string, suffix: string, unit: Record<string, unknown>): ActInput {
  const number = `${between(r, 12, 980)}-QĐ/${suffix}`;
  const paper = { issuer, number, issuedOn: addDays(on, -between(r, 3, 20)), type: 'Quyết định' };
  return { kind: 'unit.established', effectiveOn: on, paper, unit };
}

/** Everything under the old province, in the order of founding. The province itself is in the register already. */
export function* structure(r: Random, organisations: readonly Grassroots[]): Generator<ActInput> {
  const lines = superiors.map(({ code, name, kind }) =>
    established(r, '1994-01-01', 'Tỉnh ủy Ninh Bình', 'TU', { code, name, kind, parent: 'NB' }),
  );
  for (const organisation of organisations) lines.push(...organisationActs(r, organisation));
  const founded = (line: ActInput): string => line.effectiveOn as string;
  yield* lines.sort((a, b) => (founded(a) < founded(b) ? -1 : founded(a) > founded(b) ? 1 : 0));
}

function organisationActs(r: Random, { code, name, kind, type, founded, cells, place }: Grassroots): ActInput[] {
  const { code: parent, committee, suffix } = superiorOf({ code });
  const own = established(r, founded, committee, suffix, { code, name, kind, type, parent });
  if (kind === 'grassroots-cell') return [own];
  const ofCells = cells.map((cell) => {
    const on = cell.founded < founded ? founded : cell.founded;
    const unit = { code: cell.code, name: cell.name, kind: 'cell', parent: code };
    return established(r, on, `Đảng ủy ${place}`, 'ĐU', unit);
  });
  return [own, ...ofCells];
}
