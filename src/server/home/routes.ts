import { sql } from 'kysely';
import type { z } from 'zod';
import { type Frame, inFrame, isOn } from '#/kernel/figures/frame.ts';
import { unitLabels } from '#/kernel/figures/unit-labels.ts';
import { type Day, today } from '#/platform/day.ts';
import * as contract from '#/reports/home/contract.ts';
import { route } from '../api.ts';
import { findUnit } from '../find-unit.ts';
import type { Room, Workplace } from '../workplace.ts';
import { attention } from './attention.ts';
import { disagreements } from './disagreements.ts';
import { readFirstHour } from './first-hour.ts';
import { headlines } from './headlines.ts';
import { lateTargets } from './late-targets.ts';
import { type Spans, spansOf } from './spans.ts';
import { targetsGiven } from './targets-given.ts';

type Asked = z.infer<typeof contract.readHome.input>;

const readHome = route(contract.readHome, (asked, { installation, actor }) =>
  at(asked, installation, actor, async (frame, { spans }) => {
    const unit = await unitOf(frame);
    const targets = await targetsGiven(frame);
    return {
      on: frame.on,
      unit,
      ...(await headlines(frame, installation.figures, { spans, kind: unit.kind, targets })),
    };
  }),
);

const readAttention = route(contract.readAttention, (asked, { installation, actor, may, seat }) =>
  at(asked, installation, actor, async (frame, { spans, room }) => {
    const { figures } = installation;
    const { rulebook } = await room.journal();
    const told = await attention(frame, figures, rulebook, { spans, isNamed: may('members.read') });
    return {
      on: frame.on,
      attention: told.map((one) => ({ ...one, act: one.act !== null && seat.mayRecord(one.act) ? one.act : null })),
      targets: await lateTargets(frame, figures, await targetsGiven(frame)),
      disagreements: await disagreements(frame, figures, { ...spans.year }),
    };
  }),
);

export const homeRoutes = [readHome, readAttention, readFirstHour] as const;

interface Where {
  spans: Spans;
  room: Room;
}

/** Everything that is counted for the page, in one snapshot. */
async function at<T>(
  { unit, on, knownAt, ...place }: Asked,
  installation: Workplace,
  actor: string,
  work: (frame: Frame, where: Where) => Promise<T>,
): Promise<T> {
  const day: Day = on ?? today(installation.clock);
  const { room, unitId, scope } = await findUnit(installation, unit, day, place);
  const spans = spansOf(day);
  const question = { unitId, on: day, from: spans.year.from, to: day, args: {}, knownAt: knownAt ?? null };
  return room.read({ actor, scope }, ({ db }) => inFrame(db, question, (frame) => work(frame, { spans, room })));
}

async function unitOf(frame: Frame) {
  const label = (await unitLabels(frame.facts, [frame.unitId]))(frame.unitId, frame.on);
  const { rows } = await sql<{ kind: string }>`select k.kind from ${frame.facts.table('unitKind', 'k')}
    where k.unit_id = ${frame.unitId}::uuid and ${isOn(sql`k.valid`, sql`${frame.on}::date`)}`.execute(frame.tx);
  return { ...label, kind: rows[0]?.kind ?? null };
}
