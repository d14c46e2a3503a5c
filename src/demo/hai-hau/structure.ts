import type { ActInput } from '#/kernel/journal/act.ts';
import { addDays, type Day } from '#/platform/day.ts';
import { between, type Random } from '../random.ts';
import type { Grassroots } from '../roster.ts';
import { addDraft, type Case } from './case.ts';
import { neighbourCells } from './neighbour.ts';
import { MERGED_COMMUNE, MERGED_INTO, MERGER } from './tree.ts';

interface Unit extends Record<string, unknown> {
  code: string;
  name: string;
  kind: string;
  type?: string;
  parent?: string;
}

/** Founded on a day by a decision of a few days before; these papers are older than the register. */
function established(r: Random, on: Day, issuer: string, suffix: string, unit: Unit): ActInput {
  const paper = {
    issuer,
    number: `${between(r, 12, 980)}-QĐ/${suffix}`,
    issuedOn: addDays(on, -between(r, 3, 20)),
    type: 'Quyết định',
  };
  return { kind: 'unit.established', effectiveOn: on, paper, unit };
}

/** The province of today, the province of then as its predecessor, the district, all under it. In the order of founding. */
export function* structure(r: Random, organisations: readonly Grassroots[]): Generator<ActInput> {
  yield established(r, '1992-04-01', 'Bộ Chính trị', 'TW', {
    code: 'NB',
    name: 'Đảng bộ tỉnh Ninh Bình',
    kind: 'provincial',
  });
  yield established(r, '1997-01-01', 'Bộ Chính trị', 'TW', {
    code: 'ND',
    name: 'Đảng bộ tỉnh Nam Định',
    kind: 'provincial',
  });
  for (const [code, name] of [
    ['HH', 'Đảng bộ huyện Hải Hậu'],
    ['GT', 'Đảng bộ huyện Giao Thủy'],
  ] as const)
    yield established(r, '1997-01-01', 'Tỉnh ủy Nam Định', 'TU', { code, name, kind: 'district', parent: 'ND' });
  const lines = organisations.flatMap((organisation) => organisationActs(r, organisation));
  for (const { code, name, type } of neighbourCells)
    lines.push(
      established(r, '1998-09-01', 'Huyện ủy Giao Thủy', 'HU', {
        code,
        name,
        kind: 'grassroots-cell',
        type,
        parent: 'GT',
      }),
    );
  const founded = (line: ActInput): string => line.effectiveOn as string;
  yield* lines.sort((a, b) => (founded(a) < founded(b) ? -1 : founded(a) > founded(b) ? 1 : 0));
}

function organisationActs(r: Random, { code, name, kind, type, founded, cells, place }: Grassroots): ActInput[] {
  const own = established(r, founded, 'Huyện ủy Hải Hậu', 'HU', { code, name, kind, type, parent: 'HH' });
  if (kind === 'grassroots-cell') return [own];
  return [
    own,
    ...cells.map((cell) => {
      const on = cell.founded < founded ? founded : cell.founded;
      return established(r, on, `Đảng ủy ${place}`, 'ĐU', {
        code: cell.code,
        name: cell.name,
        kind: 'cell',
        parent: code,
      });
    }),
  ];
}

/** Its cells go along, nobody changes cell. */
export function draftMerger(the: Case): void {
  const merged = the.organisations.find(({ place }) => place.endsWith(MERGED_COMMUNE)) as Grassroots;
  const into = the.organisations.find(({ place }) => place === MERGED_INTO) as Grassroots;
  addDraft(the, MERGER, the.decision('2020-01-22'), { kind: 'unit.merged', units: [merged.code], into: into.code });
}
