import { createHash } from 'node:crypto';
import type { Item, RandomPart, Recounted, Told } from './part.ts';

const levels = ['excellent', 'good', 'completed', 'not-completed'];
const suggesters = ['province', 'district'];
const collectives = ['committee', 'department'];
const kinds = ['cell', 'grassroots-cell', 'grassroots-body', 'district', 'provincial'];

/** Of several acts about the same for the same year the last says it. */
function last(of: Recounted, kind: string): Told[] {
  const by = new Map<string, Told>();
  for (const act of of.told.toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1)))
    if (act.kind === kind) by.set([act.unit ?? act.person, act.collective, act.name, act.forYear].join(), act);
  return [...by.values()];
}

/** Names are told in labels, which not everybody is given; ids carry this instead. */
const hidden = (name: string): string => createHash('md5').update(name).digest('hex');

/** They count on 31 December of their year, where the subject is then. */
const counted =
  (kind: string, isOne: (act: Told, of: Recounted) => boolean) =>
  (of: Recounted): Item[] =>
    last(of, kind)
      .filter((act) => isOne(act, of))
      .map((act) => {
        const day = `${act.forYear}-12-31`;
        const at = act.unit ?? of.time.standsIn(act.person, day);
        const middle = kind === 'collective.classified' ? [act.collective, hidden(act.name ?? '')] : [];
        return { id: [act.unit ?? act.person, ...middle, act.forYear].join(':'), at, day };
      });

const isKind = (act: Told, { args, time }: Recounted) =>
  args.kind === undefined || time.on(`${act.forYear}-12-31`).units.get(act.unit)?.kind === args.kind;
const isGrassroots = (act: Told, { time }: Recounted) =>
  (time.on(`${act.forYear}-12-31`).units.get(act.unit)?.kind ?? '').startsWith('grassroots-');
const isLevel = ({ level }: Told, { args }: Recounted) => level !== undefined && (args.level ?? level) === level;
const isHeld = ({ omitted }: Told) => omitted === undefined;
const isSuggested = ({ suggestedBy }: Told, { args }: Recounted) =>
  suggestedBy !== undefined && (args.by ?? suggestedBy) === suggestedBy;

export const classification: RandomPart = {
  name: 'classification',
  draw: (draw) => {
    const forYear = Number(draw.day.slice(0, 4)) - draw.roll(2);
    const who = draw.roll(2) === 0 ? { unit: draw.unit() } : { person: draw.person() };
    const subject = 'unit' in who ? 'unit' : 'member';
    const common = { effectiveOn: draw.day, forYear, paper: draw.paper() };
    const omitted = draw.roll(3) === 0 ? 'suspended' : undefined;
    const level = omitted === undefined ? draw.pick(levels) : undefined;
    if (draw.roll(4) === 0)
      return {
        kind: 'collective.classified',
        ...common,
        unit: draw.unit(),
        collective: draw.pick(collectives),
        level,
        omitted,
      };
    return draw.roll(2) === 0
      ? { kind: `${subject}.classified`, ...common, ...who, level, omitted }
      : { kind: `${subject}.reviewed`, ...common, ...who, omitted, suggestedBy: draw.maybe(draw.pick(suggesters)) };
  },
  figures: {
    'units-classified': {
      args: { level: levels, kind: kinds },
      recount: counted('unit.classified', (act, of) => isLevel(act, of) && isKind(act, of)),
    },
    'grassroots-units-classified': {
      args: { level: levels },
      recount: counted('unit.classified', (act, of) => isLevel(act, of) && isGrassroots(act, of)),
    },
    'members-classified': { args: { level: levels }, recount: counted('member.classified', isLevel) },
    'units-reviewed': {
      args: { kind: kinds },
      recount: counted('unit.reviewed', (act, of) => isHeld(act) && isKind(act, of)),
    },
    'units-not-reviewed': {
      args: { reason: ['suspended', 'other'] },
      recount: counted(
        'unit.reviewed',
        (act, of) => !isHeld(act) && (of.args.reason ?? act.omitted) === act.omitted && isKind(act, of),
      ),
    },
    'units-review-suggested': {
      args: { by: suggesters },
      recount: counted('unit.reviewed', (act, of) => isSuggested(act, of) && isKind(act, of)),
    },
    'members-reviewed': { recount: counted('member.reviewed', isHeld) },
    'members-review-suggested': { args: { by: suggesters }, recount: counted('member.reviewed', isSuggested) },
    'collectives-classified': {
      args: { level: levels, collective: collectives },
      recount: counted(
        'collective.classified',
        (act, of) => isLevel(act, of) && (of.args.collective ?? act.collective) === act.collective,
      ),
    },
  },
};
