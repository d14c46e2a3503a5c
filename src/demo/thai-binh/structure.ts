import type { ActInput } from '#/kernel/journal/act.ts';
import { addDays, type Day } from '#/platform/day.ts';
import { between, type Random } from '../random.ts';
import type { Grassroots } from '../roster.ts';
import { superiorOf, superiors } from './tree.ts';

/** The province of today, the one of then as its predecessor, and what stood under that. */
export function* structure(r: Random, organisations: readonly Grassroots[]): Generator<ActInput> {
  const established = (on: Day, issuer: string, suffix: string, unit: Record<string, unknown>): ActInput => {
    const number = `${between(r, 12, 980)}-QĐ/${suffix}`;
    const paper = { issuer, number, issuedOn: addDays(on, -between(r, 3, 20)), type: 'Quyết định' };
    return { kind: 'unit.established', effectiveOn: on, paper, unit };
  };
  const lines = [
    established('1990-01-01', 'Bộ Chính trị', 'TW', { code: 'TB', name: 'Đảng bộ tỉnh Thái Bình', kind: 'provincial' }),
    established('1997-01-01', 'Bộ Chính trị', 'TW', { code: 'HY', name: 'Đảng bộ tỉnh Hưng Yên', kind: 'provincial' }),
  ];
  for (const { code, name, kind } of superiors)
    lines.push(established('1990-02-01', 'Tỉnh ủy Thái Bình', 'TU', { code, name, kind, parent: 'TB' }));
  for (const organisation of organisations) {
    const { code, name, kind, type, founded, cells, place } = organisation;
    const { code: parent, committee, suffix } = superiorOf(organisation);
    lines.push(established(founded, committee, suffix, { code, name, kind, type, parent }));
    if (kind === 'grassroots-cell') continue;
    for (const cell of cells)
      lines.push(
        established(cell.founded, `Đảng ủy ${place}`, 'ĐU', {
          code: cell.code,
          name: cell.name,
          kind: 'cell',
          parent: code,
        }),
      );
  }
  yield* lines.sort((a, b) =>
    (a.effectiveOn as string) < (b.effectiveOn as string) ? -1 : a.effectiveOn === b.effectiveOn ? 0 : 1,
  );
}
