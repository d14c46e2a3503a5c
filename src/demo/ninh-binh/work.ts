import { addDays, type Day } from '#/platform/day.ts';
import { between, chance, pick } from '../random.ts';
import { workingDay } from '../working-days.ts';
import { addDraft, type Case, isCivil, someDay, superiorAt } from './case.ts';
import { isArmed, isCommune, superiorOf, superiors } from './tree.ts';

/** What the committees issued, taught, mended and answered in 2020. */
export function draftWork(the: Case): void {
  draftDocuments(the);
  draftCourses(the);
  draftStrengthening(the);
  draftPetitions(the);
  draftDiscipline(the);
}

const themes: readonly [type: string, sort: 'NQ' | 'CT' | 'KH' | 'QĐ' | 'CTr' | 'KL', subject: string, on: Day][] = [
  ['directive', 'CT', 'Lãnh đạo đại hội đảng bộ các cấp tiến tới Đại hội XXII của tỉnh', '2020-01-20'],
  ['programme', 'CTr', 'Chương trình công tác năm 2020', '2020-01-22'],
  ['directive', 'CT', 'Phòng, chống dịch COVID-19', '2020-03-12'],
  ['regulation', 'QĐ', 'Quản lý tổ chức bộ máy, biên chế', '2020-05-14'],
  ['plan', 'KH', 'Tạo nguồn, kết nạp đảng viên trong doanh nghiệp và học sinh, sinh viên', '2020-05-28'],
  ['conclusion', 'KL', 'Nâng cao chất lượng sinh hoạt chi bộ', '2020-07-10'],
  ['resolution', 'NQ', 'Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XXII', '2020-10-24'],
  ['programme', 'CTr', 'Chương trình làm việc toàn khóa', '2020-11-27'],
  ['directive', 'CT', 'Lãnh đạo cuộc bầu cử đại biểu Quốc hội và HĐND các cấp nhiệm kỳ 2021 - 2026', '2020-12-29'],
];

function draftDocuments(the: Case): void {
  for (const [type, sort, subject, on] of themes)
    addDraft(the, on, the.ofProvince(sort, on), { kind: 'document.issued', unit: 'NB', type, subject });
  for (const superior of superiors) {
    const { code, congress } = superior;
    const issue = (on: Day, sort: 'NQ' | 'CTr' | 'KH', type: string, subject: string, thematic = false) =>
      addDraft(the, on, the.ofSuperior(superior, sort, on), {
        kind: 'document.issued',
        unit: code,
        type,
        subject,
        ...(thematic ? { thematic } : {}),
      });
    issue(workingDay('2020-02-04'), 'CTr', 'programme', 'Chương trình công tác năm 2020');
    issue(workingDay(addDays(congress, 1)), 'NQ', 'resolution', 'Nghị quyết đại hội nhiệm kỳ 2020 - 2025');
    issue(someDay(the.r, 2020, 3, 6), 'KH', 'plan', 'Phát triển đảng viên năm 2020');
    if (superior.kind === 'district')
      issue(someDay(the.r, 2020, 9, 13), 'NQ', 'resolution', 'Xây dựng tổ chức cơ sở đảng', true);
  }
}

function draftCourses(the: Case): void {
  const { r } = the;
  for (const superior of superiors) {
    const hold = (course: string, times: number, least: number, most: number) => {
      for (let i = 0; i < times; i += 1) {
        const on = someDay(r, 2020, 5, 13);
        const act = { kind: 'course.held', unit: superior.code, course, participants: between(r, least, most) };
        addDraft(the, on, the.ofSuperior(superior, 'KH', on), act);
      }
    };
    const size = superior.kind === 'district' ? 3 : 1;
    hold('awareness', size, 52, 78);
    hold('new-member', size, 48, 66);
    hold('secretary', 1, 60, 120);
    hold('committee', 1, 90, 160);
    const on = workingDay(`2020-12-${between(r, 10, 15)}`);
    const convened = between(r, 180, 420);
    const present = convened - between(r, 0, 22);
    const topic = 'Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XXII';
    addDraft(the, on, the.ofSuperior(superior, 'KH', on), {
      kind: 'study.held',
      unit: superior.code,
      topic,
      convened,
      present,
    });
  }
}

function draftStrengthening(the: Case): void {
  const { r } = the;
  const weak = the.organisations.filter((one) => isCommune(one) || one.type.startsWith('enterprise'));
  for (let i = 0; i < 7; i += 1) {
    const organisation = weak[(i * 31 + between(r, 0, 20)) % weak.length] as (typeof weak)[number];
    const on = someDay(r, 2020, 2, 7);
    const reason = isCommune(organisation) ? 'Mất đoàn kết nội bộ' : 'Ít đảng viên, hoạt động khó khăn';
    const paper = the.ofSuperior(superiorOf(organisation), 'QĐ', on);
    addDraft(the, on, paper, { kind: 'strengthening.opened', unit: organisation.code, reason, dueOn: '2020-12-31' });
    if (i > 4) continue;
    const closed = someDay(r, 2020, 10, 13);
    const act = { kind: 'strengthening.closed', unit: organisation.code, outcome: 'strengthened' };
    addDraft(the, closed, the.ofSuperior(superiorOf(organisation), 'QĐ', closed), act);
  }
}

function draftPetitions(the: Case): void {
  const { r } = the;
  superiors.forEach((superior) => {
    for (let i = between(r, 2, 7); i > 0; i -= 1) {
      const code = `${superior.code}-2020-${String(i).padStart(2, '0')}`;
      const on = someDay(r, 2020, 1, 13);
      const sort = pick(r, ['denunciation', 'petition', 'petition', 'complaint']);
      const paper = the.ofSuperior(superior, 'TB', on);
      const received = {
        kind: 'petition.received',
        unit: superior.code,
        code,
        sort,
        about: pick(r, ['member', 'organisation', 'policy']),
      };
      addDraft(the, on, paper, { ...received, dueOn: addDays(on, 90) });
      const settledOn = workingDay(addDays(on, between(r, 20, 88)));
      if (settledOn > '2020-12-31') continue;
      const outcome =
        sort === 'petition' ? pick(r, ['forwarded', 'filed']) : pick(r, ['unfounded', 'partly-founded', 'founded']);
      addDraft(the, settledOn, the.ofSuperior(superior, 'TB', settledOn), {
        kind: 'petition.settled',
        unit: superior.code,
        code,
        outcome,
      });
    }
  });
}

/** Measures below expulsion; those who are expelled are among the departures. */
function draftDiscipline(the: Case): void {
  const { r } = the;
  for (let i = 0; i < 118; i += 1) {
    const { code, place } = the.roster.take(r, isCivil, { ages: [29, 58] });
    const on = someDay(r, 2020, 2, 13);
    const isLight = chance(r, 0.72);
    const by = isLight ? place.organisation : superiorAt(place);
    const paper = 'suffix' in by ? the.ofSuperior(by, 'QĐ', on) : the.ofGrassroots(by, 'QĐ', on);
    const content = [pick(r, contents)];
    addDraft(the, on, paper, {
      kind: 'member.disciplined',
      person: code,
      form: isLight ? 'reprimand' : 'warning',
      content,
    });
  }
  const units = the.organisations.filter((one) => !isArmed(one) && one.kind === 'grassroots-body');
  for (let i = 0; i < 3; i += 1) {
    const organisation = pick(r, units);
    const on = someDay(r, 2020, 3, 13);
    const paper = the.ofSuperior(superiorOf(organisation), 'QĐ', on);
    addDraft(the, on, paper, {
      kind: 'unit.disciplined',
      unit: organisation.code,
      form: 'reprimand',
      content: ['responsibility'],
    });
  }
}

const contents = [
  'population',
  'population',
  'marriage-family',
  'responsibility',
  'party-life',
  'land',
  'finance',
  'social-evils',
  'other',
];
