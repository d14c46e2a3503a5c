import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type CountFigure, type Figure, type FlowRow, figure } from '#/kernel/figures/figure.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { documentTypes } from './contract.ts';

const common = {
  type: 'count',
  of: 'unit',
  counts: 'occurrences',
  place: 'subject',
  time: 'flow',
  measure: 'occurrences',
  labelled: true,
  whose: ({ level }) => (level === 'own' || level === 'subordinate' ? level : 'both'),
} as const satisfies Partial<CountFigure>;

const level = z.enum(['own', 'subordinate']).optional();
const byLevel = { arg: 'level', whose: true } as const;

const counted = {
  vi: 'tính theo ngày của văn bản, ở tổ chức đảng ban hành; của chính đơn vị (level "own") hay của các cấp dưới (level "subordinate")',
  en: 'by the date of the paper, at the unit that issued it; its own (level "own") or those of the levels below (level "subordinate")',
};

/** Documents, each by its number; `why` is told of those of a wider set. */
function rows(
  facts: FactSource,
  condition: RawBuilder<unknown>,
  why?: RawBuilder<unknown>,
): RawBuilder<FlowRow & { why: string }> {
  return sql<FlowRow & { why: string }>`(
    select d.act_id as id, d.unit_id as subject_id, d.unit_id, d.on_day as day, d.act_id,
      concat_ws(': ', d.number, d.subject) as label, d.scope ${why === undefined ? sql`` : sql`, ${why} as why`}
    from ${facts.table('document', 'd')} where ${condition}
  )`;
}

const documentsIssued = figure({
  ...common,
  name: 'documents-issued',
  title: { vi: 'Số văn bản đã ban hành', en: 'Documents issued' },
  definition: {
    vi: `Số văn bản đã ban hành (theo thể loại nếu nêu type); ${counted.vi}. Văn bản mật không ghi vào sổ nên không tính.`,
    en: `Documents issued (of a type, if asked); ${counted.en}. Classified papers are not recorded, so they do not count.`,
  },
  args: z.strictObject({ type: z.enum(documentTypes).optional(), level }),
  partition: [{ arg: 'type' }, byLevel],
  rows: (facts, { type }) => rows(facts, type === undefined ? sql`true` : sql`d.type = ${type}`),
});

const resolutions = figure({
  ...common,
  name: 'resolutions',
  title: { vi: 'Số nghị quyết đã ban hành', en: 'Resolutions' },
  definition: {
    vi: `Số nghị quyết đã ban hành, chuyên đề hay không; ${counted.vi}.`,
    en: `Resolutions, thematic or not; ${counted.en}.`,
  },
  args: z.strictObject({ level }),
  partition: [byLevel],
  rows: (facts) => rows(facts, sql`d.type = 'resolution'`),
});

const thematicResolutions = figure({
  ...common,
  name: 'thematic-resolutions',
  title: { vi: 'Số nghị quyết chuyên đề', en: 'Thematic resolutions' },
  definition: {
    vi: `Số nghị quyết chuyên đề đã ban hành; ${counted.vi}.`,
    en: `Resolutions on one theme; ${counted.en}.`,
  },
  args: z.strictObject({ level }),
  partition: [byLevel],
  rows: (facts) => rows(facts, sql`d.type = 'resolution' and d.thematic`),
  considered: (facts) => rows(facts, sql`d.type = 'resolution'`, sql`'không phải nghị quyết chuyên đề'::text`),
});

export const documentFigures: readonly Figure[] = [documentsIssued, resolutions, thematicResolutions];
