import { atPerson, atUnit, both, type Item, type RandomPart, type Recounted, says, type Told } from './part.ts';

const courses = ['awareness', 'new-member', 'secretary'];
const contests = ['tim-hieu-lich-su', 'bi-thu-gioi'];
const prizes = ['first', 'second', 'consolation'];

const amounts =
  (kind: string, field: string) =>
  (of: Recounted): Item[] =>
    of.told
      .filter((act) => act.kind === kind && says(act, of.args, 'course'))
      .map((act) => ({ id: act.id, at: act.unit, day: act.effectiveOn, amount: act[field] as number }));

const ofContest = (act: Told, { args }: Recounted) => says(act, args, 'contest', 'prize');
const won = (act: Told, of: Recounted) => act.prize !== undefined && ofContest(act, of);

export const study: RandomPart = {
  name: 'study',
  draw: (draw) => {
    const effectiveOn = draw.day;
    const convened = draw.roll(90);
    const entry = { contest: draw.pick(contests), prize: draw.maybe(draw.pick(prizes)) };
    return draw.pick([
      { kind: 'course.held', effectiveOn, unit: draw.unit(), course: draw.pick(courses), participants: convened },
      { kind: 'certificate.granted', effectiveOn, person: draw.person(), course: draw.pick(courses) },
      {
        kind: 'study.held',
        effectiveOn,
        unit: draw.unit(),
        topic: 'Nghị quyết',
        convened,
        present: draw.roll(convened + 1),
      },
      { kind: 'unit.contestEntered', effectiveOn, unit: draw.unit(), ...entry },
      { kind: 'member.contestEntered', effectiveOn, person: draw.person(), ...entry },
    ]);
  },
  figures: {
    'courses-held': {
      args: { course: courses },
      recount: atUnit('course.held', (act, { args }) => says(act, args, 'course')),
    },
    'course-participants': { args: { course: courses }, recount: amounts('course.held', 'participants') },
    'certificates-granted': {
      args: { course: courses },
      recount: atPerson('certificate.granted', (act, { args }) => says(act, args, 'course')),
    },
    'study-sessions': { recount: atUnit('study.held') },
    'study-attendances': { recount: amounts('study.held', 'present') },
    'study-convocations': { recount: amounts('study.held', 'convened') },
    'contest-entries': {
      args: { contest: contests },
      recount: both(atUnit('unit.contestEntered', ofContest), atPerson('member.contestEntered', ofContest)),
    },
    'contest-prizes': {
      args: { contest: contests, prize: prizes },
      recount: both(atUnit('unit.contestEntered', won), atPerson('member.contestEntered', won)),
    },
  },
};
