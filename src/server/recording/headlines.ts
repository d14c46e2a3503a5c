import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import type { CountFigure } from '#/kernel/figures/figure.ts';
import { inFrame } from '#/kernel/figures/frame.ts';
import { type CountPoint, countMany } from '#/kernel/figures/many.ts';
import type { Bilingual } from '#/kernel/journal/kind.ts';
import type { Day } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';

/** The figures that one looks at first, by the table whose facts they count: what an act moves is sought among these. */
const byTable: Readonly<Record<string, readonly string[]>> = {
  standing: ['members', 'official-members', 'probationary-members'],
  member_event: [
    'admission-approvals',
    'admissions',
    'readmissions',
    'official-recognitions',
    'registrations',
    'transfers-in',
    'transfers-out',
    'temporary-transfers',
    'deaths',
    'expulsions',
    'name-removals',
    'resignations',
    'standing-restored',
  ],
  exemption: ['exempt-members'],
  suspension: ['suspended-members'],
  temporary_stay: ['temporary-away', 'temporary-guests'],
  transit: ['members-in-transit'],
  transfer_flag: ['transfers-flagged'],
  unit_life: ['units', 'cells', 'grassroots-units', 'units-established', 'units-dissolved', 'units-merged'],
  unit_parent: ['units', 'units-moved'],
  unit_event: ['units-renamed', 'units-split', 'units-upgraded-to-grassroots-body', 'units-downgraded'],
  classification: ['members-classified', 'units-classified', 'grassroots-units-classified'],
  review: ['members-reviewed', 'units-reviewed'],
  collective_classification: ['collectives-classified'],
  post: ['posts-assumed', 'posts-left', 'committee-members', 'secretaries'],
  inspection: [
    'inspections-of-units',
    'inspections-of-members',
    'thematic-supervisions-of-units',
    'thematic-supervisions-of-members',
  ],
  discipline: ['members-disciplined', 'units-disciplined', 'members-under-discipline'],
  commendation: ['commendations'],
  badge: ['badges'],
  card_event: ['cards-issued', 'cards-reissued', 'cards-exchanged'],
  meeting: ['meetings-held', 'meeting-attendances', 'meeting-convocations'],
  document: ['documents-issued', 'resolutions', 'thematic-resolutions'],
  course: ['courses-held', 'course-participants'],
  certificate: ['certificates-granted'],
  study_session: ['study-sessions', 'study-attendances'],
  strengthening_case: ['strengthening-cases', 'strengthening-cases-open', 'strengthening-cases-closed'],
  model_title: ['model-titles', 'model-titles-registered', 'model-titles-recognised'],
  petition: ['petitions-received', 'petitions-settled', 'petitions-pending'],
};

export interface Headline {
  figure: string;
  title: Bilingual;
  time: 'stock' | 'flow';
  unitId: string;
  from: Day | null;
  to: Day;
  value: number;
}

/** What is asked of the figures: for which units, on which day; flows count in the day's calendar year. */
export interface HeadlinesAsked {
  figures: Catalogue;
  tables: Iterable<string>;
  unitIds: readonly string[];
  on: Day;
}

/** The headline figures that facts of these tables may move; 0 for a unit that is not there (yet, or any more) or lies outside the asker's part of the tree. */
export async function headlines({ db, client }: Tx, asked: HeadlinesAsked): Promise<Headline[]> {
  const names = [...new Set([...asked.tables].flatMap((table) => byTable[table] ?? []))];
  const counts = names.map((name) => asked.figures.get(name) as CountFigure);
  if (counts.length === 0) return [];
  const [first, last] = [`${asked.on.slice(0, 4)}-01-01`, `${asked.on.slice(0, 4)}-12-31`];
  const points = counts.map(
    (figure): CountPoint => ({ figure, args: {}, from: first, to: figure.time === 'stock' ? asked.on : last }),
  );
  const { rows } = await client.query(
    "select unit_id from unit_scope where unit_id = any($1::uuid[]) and strpos(path, current_setting('sotay.scope')) > 0",
    [asked.unitIds],
  );
  const there = new Set(rows.map((row) => row.unit_id));
  const found: Headline[] = [];
  for (const unitId of asked.unitIds) {
    const question = { unitId, on: last, from: first, to: last, args: {}, knownAt: null };
    const values = there.has(unitId) ? await inFrame(db, question, (frame) => countMany(frame, points)) : [];
    for (const [i, { figure, from, to }] of points.entries()) {
      const { named = 0, declared = 0 } = values[i] ?? {};
      const { name, title, time } = figure;
      found.push({
        figure: name,
        title,
        time,
        unitId,
        from: time === 'stock' ? null : from,
        to,
        value: named + declared,
      });
    }
  }
  return found;
}
