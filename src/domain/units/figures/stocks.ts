import { sql } from 'kysely';
import { z } from 'zod';
import { type CountFigure, figure } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import type { Bilingual } from '#/kernel/journal/kind.ts';
import {
  askableTypes,
  cellKinds,
  grassrootsKinds,
  typesAsked,
  typesWithin,
  type UnitKind,
  unitKinds,
  unitTypes,
} from '../contract.ts';
import { byTypes, inOrganisations } from './by-organisation.ts';

const FORM_5 = '11-HD/BTCTW, 13/12/2021, Biểu số 5-BTCTW';

interface Asked {
  kinds?: readonly UnitKind[] | undefined;
  type?: string | undefined;
  zone?: string | undefined;
}

/** Units by what they are; the asked unit itself is among them when it is of the kind. */
function rowsOf(facts: FactSource, { kinds, type, zone }: Asked) {
  let rows = facts.db
    .selectFrom(facts.table('unitKind', 'k'))
    .select(['k.unitId as id', 'k.unitId as subjectId', 'k.unitId as unitId', 'k.valid', 'k.actId']);
  if (kinds !== undefined) rows = rows.where('k.kind', 'in', kinds);
  const types = type === undefined ? [] : typesAsked(type);
  if (types.includes(null)) rows = rows.where('k.type', 'is', null);
  else if (type !== undefined) rows = rows.where('k.type', 'in', types as string[]);
  if (zone !== undefined) rows = rows.where('k.zone', '=', zone);
  return rows;
}

/** Units of the neighbouring kinds, with why they are not counted. */
function others(facts: FactSource, kinds: readonly UnitKind[], why: string) {
  return rowsOf(facts, { kinds }).select(sql<string>`${why}::text`.as('why'));
}

const common = {
  type: 'count',
  of: 'unit',
  counts: 'distinct',
  place: 'subject',
  time: 'stock',
  measure: 'units',
} as const;

const byType = z.strictObject({ type: z.enum(askableTypes).optional(), zone: z.string().optional() });
const rowsWithParts = unitTypes.filter((type) => typesWithin(type).length > 1);
const ofForm5 = { arg: 'type', groups: Object.fromEntries(rowsWithParts.map((type) => [type, typesWithin(type)])) };
const otherType = 'Không thuộc loại hình, khu vực được hỏi';

interface StockText {
  name: string;
  title: Bilingual;
  what: Bilingual;
}

const onTheDay = {
  vi: 'hiện có trong ngày được hỏi, ở chính đơn vị và mọi cấp dưới; tính theo ngày có hiệu lực của quyết định',
  en: 'that exist on the day asked, the unit itself and all levels below; by the day a decision takes effect',
};

const defined = (what: Bilingual): Bilingual => ({
  vi: `${what.vi} ${onTheDay.vi}.`,
  en: `${what.en} ${onTheDay.en}.`,
});

/** A count of some kinds, which may be asked by row of Form 5 (a row with parts counts its parts) and by zone. */
function byForm5(
  { name, title, what }: StockText,
  kinds: readonly UnitKind[],
  besides?: { kinds: readonly UnitKind[]; why: string },
): CountFigure {
  return figure({
    ...common,
    name,
    title,
    definition: defined(what),
    instrument: FORM_5,
    args: byType,
    partition: [ofForm5],
    rows: (facts, args) => rowsOf(facts, { kinds, ...args }),
    breakdown: byTypes(kinds, false),
    considered: (facts) => {
      const same = others(facts, kinds, otherType);
      return besides === undefined ? same : same.unionAll(others(facts, besides.kinds, besides.why));
    },
  });
}

/** The same of what stands under a grassroots organisation, which may also be asked by the row of Form 5 of that organisation. */
function withinOrganisations(
  text: StockText,
  kinds: readonly UnitKind[],
  besides?: { kinds: readonly UnitKind[]; why: string },
): CountFigure {
  const whole = byForm5(text, kinds, besides);
  return figure({
    ...whole,
    definition: {
      vi: `${whole.definition.vi} organisation: loại hình của tổ chức cơ sở đảng gần nhất mà tổ chức thuộc về.`,
      en: `${whole.definition.en} organisation: the type of the nearest grassroots organisation that the unit belongs to.`,
    },
    args: byType.extend({ organisation: z.enum(askableTypes).optional() }),
    rows: (facts, { organisation, ...args }) =>
      organisation === undefined
        ? whole.rows(facts, args)
        : inOrganisations(facts, rowsOf(facts, { kinds, ...args }), organisation),
    breakdown: byTypes(kinds, true),
  });
}

const units = figure({
  ...common,
  name: 'units',
  title: { vi: 'Số tổ chức đảng', en: 'Units' },
  definition: defined({
    vi: 'Số tổ chức đảng (theo cấp, loại nếu nêu kind; theo loại hình nếu nêu type; theo khu vực nếu nêu zone)',
    en: 'Units (of a kind, a type, a zone, if asked)',
  }),
  args: z.strictObject({ kind: z.enum(unitKinds).optional(), ...byType.shape }),
  partition: [{ arg: 'kind' }, ofForm5],
  rows: (facts, { kind, ...rest }) =>
    rowsOf(facts, { kinds: kind === undefined ? undefined : [kind as UnitKind], ...rest }),
});

const cells = figure({
  ...common,
  name: 'cells',
  title: { vi: 'Số chi bộ', en: 'Cells' },
  definition: defined({
    vi: 'Số chi bộ (chi bộ cơ sở và chi bộ trực thuộc)',
    en: 'Cells (grassroots cells and subordinate cells)',
  }),
  rows: (facts) => rowsOf(facts, { kinds: cellKinds }),
  tally: true,
});

export const unitStocks: readonly CountFigure[] = [
  units,
  byForm5(
    {
      name: 'grassroots-units',
      title: { vi: 'Số tổ chức cơ sở đảng', en: 'Grassroots organisations' },
      what: { vi: 'Số đảng bộ cơ sở và chi bộ cơ sở', en: 'Grassroots bodies and grassroots cells' },
    },
    grassrootsKinds,
    { kinds: ['section', 'sub-grassroots-body'], why: 'Trực thuộc đảng ủy cơ sở, không phải tổ chức cơ sở đảng' },
  ),
  byForm5(
    {
      name: 'grassroots-bodies',
      title: { vi: 'Số đảng bộ cơ sở', en: 'Grassroots bodies' },
      what: { vi: 'Số đảng bộ cơ sở', en: 'Grassroots bodies' },
    },
    ['grassroots-body'],
    { kinds: ['grassroots-cell'], why: 'Là chi bộ cơ sở' },
  ),
  byForm5(
    {
      name: 'grassroots-cells',
      title: { vi: 'Số chi bộ cơ sở', en: 'Grassroots cells' },
      what: { vi: 'Số chi bộ cơ sở', en: 'Grassroots cells' },
    },
    ['grassroots-cell'],
    { kinds: ['grassroots-body'], why: 'Là đảng bộ cơ sở' },
  ),
  withinOrganisations(
    {
      name: 'sections',
      title: { vi: 'Số đảng bộ bộ phận', en: 'Sections' },
      what: { vi: 'Số đảng bộ bộ phận (đến 25/7/2026)', en: 'Sections (to 25/7/2026)' },
    },
    ['section'],
  ),
  withinOrganisations(
    {
      name: 'sub-grassroots-bodies',
      title: { vi: 'Số đảng bộ trực thuộc cơ sở', en: 'Sub-grassroots bodies' },
      what: { vi: 'Số đảng bộ trực thuộc cơ sở (từ 26/7/2026)', en: 'Sub-grassroots bodies (from 26/7/2026)' },
    },
    ['sub-grassroots-body'],
  ),
  withinOrganisations(
    {
      name: 'intermediate-bodies',
      title: { vi: 'Số đảng bộ bộ phận, đảng bộ trực thuộc cơ sở', en: 'Sections and sub-grassroots bodies' },
      what: {
        vi: 'Số đảng bộ bộ phận (đến 25/7/2026) và đảng bộ trực thuộc cơ sở (từ 26/7/2026)',
        en: 'Sections (to 25/7/2026) and sub-grassroots bodies (from 26/7/2026)',
      },
    },
    ['section', 'sub-grassroots-body'],
  ),
  withinOrganisations(
    {
      name: 'subordinate-cells',
      title: { vi: 'Số chi bộ trực thuộc', en: 'Subordinate cells' },
      what: {
        vi: 'Số chi bộ trực thuộc đảng ủy cơ sở, đảng ủy bộ phận',
        en: 'Cells under a grassroots body or a section',
      },
    },
    ['cell'],
    { kinds: ['grassroots-cell'], why: 'Là chi bộ cơ sở' },
  ),
  cells,
];
