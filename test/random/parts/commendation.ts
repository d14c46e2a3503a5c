import { atPerson, atUnitOrSuperior, type RandomPart, type Recounted, says, type Told } from './part.ts';

const forms = ['praise', 'certificate', 'higher-certificate', 'flag', 'title'];
const levels = ['central', 'province', 'district', 'grassroots', 'state'];

const isAsked = (act: Told, { args }: Recounted) =>
  says(act, args, 'form', 'level', 'occasion') &&
  (args.issuer ?? act.issuer ?? 'Tỉnh ủy Thử') === (act.issuer ?? 'Tỉnh ủy Thử');

export const commendation: RandomPart = {
  name: 'commendation',
  draw: (draw) => {
    const paper = draw.paper();
    if (draw.roll(3) === 0) {
      const years = draw.pick([30, 40, 50]);
      return {
        kind: 'badge.awarded',
        effectiveOn: draw.day,
        person: draw.person(),
        years,
        early: draw.maybe(true),
        paper,
      };
    }
    const form = draw.pick(forms);
    const award = {
      form,
      title: form === 'title' ? 'Danh hiệu thi đua' : undefined,
      level: draw.pick(levels),
      occasion: draw.maybe(draw.pick(['tong-ket', 'chuyen-de'])),
      issuer: draw.maybe('Ban  Thường vụ Tỉnh ủy'.replace('  ', ' ')),
      paper,
    };
    return draw.roll(2) === 0
      ? { kind: 'unit.commended', effectiveOn: draw.day, unit: draw.unit(), recipient: draw.maybe('Phòng A'), ...award }
      : { kind: 'member.commended', effectiveOn: draw.day, person: draw.person(), ...award };
  },
  figures: {
    commendations: {
      args: {
        subject: ['collective', 'individual'],
        form: forms,
        level: levels,
        occasion: ['tong-ket', 'chuyen-de'],
        issuer: ['Tỉnh ủy Thử', 'Ban Thường vụ Tỉnh ủy'],
        recipient: ['organisation', 'within'],
      },
      recount: (of) => {
        const { subject, recipient } = of.args;
        const within = (act: Told) => (act.recipient === undefined ? 'organisation' : 'within');
        const having = (act: Told) => isAsked(act, of) && (recipient ?? within(act)) === within(act);
        return [
          ...(subject === 'individual' ? [] : atUnitOrSuperior('unit.commended', having)(of)),
          ...(subject === 'collective' ? [] : atPerson('member.commended', having)(of)),
        ];
      },
    },
    badges: {
      args: { years: ['30', '40', '50'], early: ['yes'] },
      recount: (of) =>
        of.told
          .filter(({ kind }) => kind === 'badge.awarded')
          .filter(({ years, early }) => (of.args.years ?? String(years)) === String(years) && (!of.args.early || early))
          .map(({ person, years, effectiveOn }) => ({
            id: `${person}:${years}`,
            at: of.time.lastStood(person, effectiveOn),
            day: effectiveOn,
          })),
    },
  },
};
