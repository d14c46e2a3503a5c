import { atPerson, atUnitOrSuperior, type RandomPart, type Recount, type Recounted, type Told } from './part.ts';

const topics = ['compliance', 'violation-signs', 'oversight-duties', 'party-finance'];
const outcomes = ['no-violation', 'shortcomings', 'violation'];
const bodies = ['committee', 'standing-committee', 'inspection-commission', 'advisory-department', 'cell'];

/** In a cell "committee" means the cell itself. */
function bodyOf({ actor, effectiveOn }: Told, { time }: Recounted): string {
  const kind = time.on(effectiveOn).units.get(actor.unit)?.kind ?? '';
  return actor.body === 'committee' && ['cell', 'grassroots-cell'].includes(kind) ? 'cell' : actor.body;
}

const asked = (act: Told, of: Recounted) =>
  (of.args.topic ?? act.topic) === act.topic && (of.args.by ?? bodyOf(act, of)) === bodyOf(act, of);

const isThematic = ({ mode }: Told) => mode === 'thematic';

const figuresOf = (who: 'unit' | 'member', plural: string) => {
  const at = who === 'unit' ? atUnitOrSuperior : atPerson;
  const inspected = (having: (act: Told, of: Recounted) => boolean) => at(`${who}.inspected`, having);
  const supervised = (having: (act: Told, of: Recounted) => boolean) => at(`${who}.supervised`, having);
  const by = (act: Told, of: Recounted) => (of.args.by ?? bodyOf(act, of)) === bodyOf(act, of);
  return {
    [`inspections-of-${plural}`]: { args: { topic: topics, by: bodies }, recount: inspected(asked) },
    [`thematic-supervisions-of-${plural}`]: {
      args: { by: bodies },
      recount: supervised((act, of) => isThematic(act) && by(act, of)),
    },
    [`regular-supervisions-of-${plural}`]: {
      args: { by: bodies },
      recount: supervised((act, of) => !isThematic(act) && by(act, of)),
    },
    [`${plural}-found-in-violation`]: {
      args: { by: bodies },
      recount: ((of) => [
        ...inspected((act) => act.outcome === 'violation' && by(act, of))(of),
        ...supervised((act) => act.outcome === 'violation' && isThematic(act) && by(act, of))(of),
      ]) as Recount,
    },
  };
};

export const oversight: RandomPart = {
  name: 'oversight',
  draw: (draw) => {
    const who = draw.roll(2) === 0 ? { unit: draw.unit() } : { person: draw.person() };
    const subject = 'unit' in who ? 'unit' : 'member';
    const common = { effectiveOn: draw.day, ...who, outcome: draw.maybe(draw.pick(outcomes)), actor: draw.actor() };
    return draw.roll(2) === 0
      ? { kind: `${subject}.inspected`, ...common, topic: draw.pick(topics), paper: draw.paper() }
      : { kind: `${subject}.supervised`, ...common, mode: draw.pick(['thematic', 'regular']), paper: draw.paper() };
  },
  figures: {
    ...figuresOf('unit', 'units'),
    ...figuresOf('member', 'members'),
    'members-inspected-or-supervised': {
      recount: (of) =>
        of.told
          .filter(
            ({ kind, mode }) => kind === 'member.inspected' || (kind === 'member.supervised' && mode === 'thematic'),
          )
          .map(({ person, effectiveOn }) => ({
            id: person,
            at: of.time.lastStood(person, effectiveOn),
            day: effectiveOn,
          })),
    },
  },
};
