import { sql } from 'kysely';
import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import type { Frame } from '#/kernel/figures/frame.ts';
import { unitLabels } from '#/kernel/figures/unit-labels.ts';
import type { Day } from '#/platform/day.ts';
import type { Period } from '../period.ts';
import { membersOn, openedOnDay } from '../register-days.ts';
import type { ReportRequest } from '../report.ts';
import { type BodyWords, bodyWords, committeeOf } from './body-words.ts';
import { contestsIn } from './contests.ts';
import { type PeriodWords, periodWords } from './period-words.ts';

/** Who reports, on what time: what every section knows before it asks for anything. */
export interface Scene {
  request: ReportRequest;
  unit: { code: string; name: string };
  kind: string;
  body: BodyWords;
  /** As many organisations under another kind of superior are other organisations: then they do not compare. */
  isSameKindBefore: boolean;
  /** The committee above, as it is called on the last day. */
  superior: string | null;
  period: Period;
  words: PeriodWords;
  /** The year whose classification is told, and its whole calendar year. */
  classified: { year: number; period: Period; before: Period };
  /** The day on which the register opened, where it lies in this register's time. */
  openedOn: Day | null;
  /** Whether the year before can be known: stocks from the day the register opened, flows from its eve on. */
  isKnownBefore: { stock: boolean; flow: boolean };
  /** Where the organisation was founded within the year before, or in the period itself. */
  foundedOn: Day | null;
  /** The register begins with the organisation itself: the units of that day were there before, however long. */
  isOpenedWithIt: boolean;
  /** Members on the last day. */
  members: number;
  /** The contests that something was entered for. */
  contests: readonly string[];
}

export async function sceneOf(frame: Frame, catalogue: Catalogue, request: ReportRequest): Promise<Scene> {
  const { from, to } = request;
  const words = periodWords({ from, to });
  const { kind, kindBefore, superiorId, foundedOn } = await placeOf(frame, words.stocksBefore);
  const labelOf = await unitLabels(frame.facts, superiorId === null ? [frame.unitId] : [frame.unitId, superiorId]);
  const unit = labelOf(frame.unitId, to);
  const openedOn = await openedOnDay(frame, catalogue, to);
  const [now, before] = await membersOn(frame, catalogue, [to, words.stocksBefore]);
  return {
    request,
    unit,
    kind,
    body: bodyWords(kind, unit.name),
    isSameKindBefore: kind === kindBefore,
    superior: superiorId === null ? null : committeeOf(labelOf(superiorId, to).name),
    period: { from, to },
    words,
    classified: classifiedYear(words, to),
    openedOn,
    isKnownBefore: { stock: (before as number) > 0, flow: isFlowKnown(words, openedOn, before as number) },
    foundedOn: foundedOn !== null && foundedOn > words.stocksBefore && foundedOn !== openedOn ? foundedOn : null,
    isOpenedWithIt: openedOn !== null && foundedOn === openedOn,
    members: now as number,
    contests: await contestsIn(frame, request),
  };
}

/** A register that opened within the year before knows only a part of what happened in it. */
function isFlowKnown({ flowsBefore }: PeriodWords, openedOn: Day | null, membersBefore: number): boolean {
  if (flowsBefore === null) return false;
  return openedOn === null ? membersBefore > 0 : openedOn <= flowsBefore.from;
}

/** The last year whose 31 December lies in the period; without one, the year before: it is decided in this one. */
function classifiedYear({ years }: PeriodWords, to: Day): Scene['classified'] {
  const year = years.at(-1) ?? Number(to.slice(0, 4)) - 1;
  const whole = (one: number): Period => ({ from: `${one}-01-01`, to: `${one}-12-31` });
  return { year, period: whole(year), before: whole(year - 1) };
}

interface PlaceInTree {
  kind: string;
  kindBefore: string | null;
  superiorId: string | null;
  foundedOn: Day | null;
}

/** What the unit is, and what it lies under, on the day asked. */
export async function placeOf({ tx, facts, unitId, on }: Frame, before: Day): Promise<PlaceInTree> {
  const { rows } = await sql<PlaceInTree>`
    select k.kind, b.kind as kind_before, p.parent_id as superior_id, lower(u.valid) as founded_on from ${facts.table('unitKind', 'k')}
    left join ${facts.table('unitKind', 'b')} on b.unit_id = k.unit_id and b.valid @> ${before}::date
    left join ${facts.table('unitParent', 'p')} on p.unit_id = k.unit_id and p.valid @> ${on}::date
    left join ${facts.table('unitLife', 'u')} on u.unit_id = k.unit_id
    where k.unit_id = ${unitId}::uuid order by k.valid @> ${on}::date desc, k.valid desc limit 1`.execute(tx);
  return rows[0] ?? { kind: '', kindBefore: null, superiorId: null, foundedOn: null };
}
