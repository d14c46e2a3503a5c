import { addDays, addMonths } from '#/platform/day.ts';
import type { Item, RandomPart, Recounted, Told } from './part.ts';

const contents = ['land', 'finance', 'unity', 'ethics'];
const forms = {
  unit: ['reprimand', 'warning', 'dissolution'],
  member: ['reprimand', 'warning', 'removal-from-post', 'expulsion'],
};
const finals = ['expulsion', 'dissolution'];

interface Ended {
  day: string;
  as: string;
}

/** When a measure ceased to hold: by an act, by its own last day, or a year on (30-QĐ/TW, 26/7/2016, Đ.40). */
function endOf(measure: Told, { told }: Recounted): Ended | null {
  const act = told.find(({ kind, decision }) => kind.endsWith('disciplineEnded') && decision === measure.id);
  if (act !== undefined) return { day: act.effectiveOn, as: act.as };
  if (measure.until !== undefined) return { day: addDays(measure.until, 1), as: 'lapsed' };
  return finals.includes(measure.form) ? null : { day: addMonths(measure.effectiveOn, 12), as: 'lapsed' };
}

const measures = (of: Recounted, who: 'unit' | 'member') =>
  of.told
    .filter(({ kind }) => kind === `${who}.disciplined`)
    .filter(
      ({ form, content }) => (of.args.form ?? form) === form && (!of.args.content || content.includes(of.args.content)),
    );

/** One that took the place of another of the same subject is not counted again. */
const replaces = (measure: Told, of: Recounted, who: 'unit' | 'member') =>
  of.told.some(
    (other) =>
      other.kind === `${who}.disciplined` &&
      other.id !== measure.id &&
      (other.unit ?? other.person) === (measure.unit ?? measure.person) &&
      endOf(other, of)?.as === 'replaced' &&
      endOf(other, of)?.day === measure.effectiveOn,
  );

const decided =
  (who: 'unit' | 'member') =>
  (of: Recounted): Item[] =>
    measures(of, who)
      .filter((measure) => !replaces(measure, of, who))
      .map((measure) => ({
        id: measure.id,
        day: measure.effectiveOn,
        at:
          who === 'unit'
            ? of.time.orSuperior(measure.unit, measure.effectiveOn)
            : of.time.lastStood(measure.person, measure.effectiveOn),
      }));

const standing = (of: Recounted, measure: Told, day: string) =>
  measure.kind === 'unit.disciplined' ? measure.unit : of.time.standsIn(measure.person, day);

const under =
  (who: 'unit' | 'member') =>
  (of: Recounted): Item[] =>
    measures(of, who)
      .filter(({ form }) => !finals.includes(form))
      .filter((measure) => measure.effectiveOn <= of.on && of.on < (endOf(measure, of)?.day ?? '9999'))
      .map((measure) => ({ id: measure.unit ?? measure.person, day: of.on, at: standing(of, measure, of.on) }));

const ended =
  (who: 'unit' | 'member') =>
  (of: Recounted): Item[] =>
    measures(of, who).flatMap((measure) => {
      const end = endOf(measure, of);
      if (end === null || (of.args.as ?? end.as) !== end.as) return [];
      return [{ id: measure.id, day: end.day, at: standing(of, measure, end.day) }];
    });

export const discipline: RandomPart = {
  name: 'discipline',
  draw: (draw) => {
    const who = draw.pick(['unit', 'member'] as const);
    const measure = draw.roll(3) === 0 ? draw.earlier(`${who}.disciplined`) : undefined;
    const common = { actor: draw.actor(), paper: draw.paper() };
    if (measure !== undefined)
      return {
        kind: `${who}.disciplineEnded`,
        effectiveOn: draw.later(measure.effectiveOn),
        ...(who === 'unit' ? { unit: measure.unit } : { person: measure.person }),
        decision: measure.id,
        as: draw.pick(['lapsed', 'annulled', 'replaced']),
        ...common,
      };
    // Now and then on the day on which another was replaced.
    const end = draw.roll(2) === 0 ? draw.earlier(`${who}.disciplineEnded`) : undefined;
    const form = draw.pick(forms[who]);
    return {
      kind: `${who}.disciplined`,
      effectiveOn: end?.effectiveOn ?? draw.day,
      ...(who === 'unit' ? { unit: end?.unit ?? draw.unit() } : { person: end?.person ?? draw.person() }),
      form,
      content: [...new Set([draw.pick(contents), draw.pick(contents)])],
      until: finals.includes(form) || end !== undefined ? undefined : draw.maybe(draw.later(draw.day)),
      ...common,
    };
  },
  figures: {
    'units-disciplined': { args: { form: forms.unit, content: contents }, recount: decided('unit') },
    'members-disciplined': { args: { form: forms.member, content: contents }, recount: decided('member') },
    'units-under-discipline': { args: { form: forms.unit }, recount: under('unit') },
    'members-under-discipline': { args: { form: forms.member }, recount: under('member') },
    'units-discipline-ended': {
      args: { form: forms.unit, as: ['lapsed', 'annulled', 'replaced'] },
      recount: ended('unit'),
    },
    'members-discipline-ended': {
      args: { form: forms.member, as: ['lapsed', 'annulled', 'replaced'] },
      recount: ended('member'),
    },
  },
};
