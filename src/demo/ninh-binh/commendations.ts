import { between, pick, shuffled } from '../random.ts';
import { addDraft, type Case, isCivil, someoneOf } from './case.ts';
import { isArmed, superiorOf, superiors } from './tree.ts';

/** The conference that summed up the year's party building: "khen thưởng 160 tổ chức đảng, đảng viên tiêu biểu". */
const OCCASION = 'hoi-nghi-tong-ket-xay-dung-dang-2020';
/** The split is not published. */
const COLLECTIVES = 60;
const INDIVIDUALS = 100;
const ON = '2020-12-25';

export function draftCommendations(the: Case): void {
  const paper = the.ofProvince('QĐ', '2020-12-18');
  const award = { form: 'higher-certificate', issuer: 'Tỉnh ủy Ninh Bình', level: 'province', occasion: OCCASION };
  const civil = shuffled(
    the.r,
    the.organisations.filter((one) => !isArmed(one) && one.kind === 'grassroots-body'),
  );
  for (const { code } of civil.slice(0, COLLECTIVES))
    addDraft(the, ON, paper, { kind: 'unit.commended', unit: code, ...award });
  for (let i = 0; i < INDIVIDUALS; i += 1) {
    const { code } = the.roster.take(the.r, isCivil, { ages: [33, 62] });
    addDraft(the, ON, paper, { kind: 'member.commended', person: code, ...award });
  }
  draftOwn(the);
}

/** At their congresses the districts commend as well. */
function draftOwn(the: Case): void {
  for (const superior of superiors) {
    const paper = the.ofSuperior(superior, 'QĐ', superior.congress);
    const award = {
      form: 'certificate',
      issuer: superior.committee,
      level: 'district',
      occasion: 'dai-hoi-dang-bo-2020',
    };
    const own = the.organisations.filter((one) => superiorOf(one) === superior);
    for (const { code } of shuffled(the.r, own).slice(0, between(the.r, 4, 12)))
      addDraft(the, superior.congress, paper, { kind: 'unit.commended', unit: code, ...award });
    for (let i = between(the.r, 6, 20); i > 0; i -= 1) {
      const { code } = someoneOf(the, pick(the.r, own), { ages: [30, 60] });
      addDraft(the, superior.congress, paper, { kind: 'member.commended', person: code, ...award });
    }
  }
}
