import { addDays, type Day, daysBetween } from '#/platform/day.ts';
import { between, pick, shuffled } from '../random.ts';
import { isWorkingDay, workingDay } from '../working-days.ts';
import { workingDayBetween } from './calendar.ts';
import { add, type BlocCase, type Superior } from './case.ts';
import { isBodyOn, livesOn } from './tree.ts';

/** Letters of a paper, by the type of the document. */
const letters = {
  resolution: 'NQ',
  directive: 'CT',
  programme: 'CTr',
  plan: 'KH',
  guideline: 'HD',
  conclusion: 'KL',
  statute: 'QC',
} as const;

type Type = keyof typeof letters;

export function draftDocument(
  the: BlocCase,
  superior: Superior,
  on: Day,
  { type, ...more }: { type: Type; thematic?: boolean; subject?: string },
): void {
  const paper = the.papers.ofBloc(superior, letters[type], on);
  add(the, on, paper, { kind: 'document.issued', unit: superior.code, type, ...more });
}

/** What a bloc's committee issues in a year besides: no theme of its own. */
const usual: readonly (readonly [Type, string])[] = [
  ['resolution', 'Nhiệm vụ quý'],
  ['resolution', 'Nhiệm vụ năm'],
  ['directive', 'Lãnh đạo thực hiện nhiệm vụ trọng tâm'],
  ['programme', 'Chương trình công tác của Ban Chấp hành'],
  ['programme', 'Chương trình kiểm tra, giám sát năm'],
  ['plan', 'Phát triển đảng viên'],
  ['plan', 'Học tập, quán triệt nghị quyết'],
  ['plan', 'Đánh giá, xếp loại chất lượng tổ chức đảng, đảng viên'],
  ['guideline', 'Kiểm điểm, đánh giá, xếp loại chất lượng cuối năm'],
  ['conclusion', 'Kết quả thực hiện nhiệm vụ quý'],
];

export function draftUsualDocuments(the: BlocCase, superior: Superior, from: Day, to: Day): void {
  const count = Math.round((usual.length * (daysBetween(from, to) + 1)) / 365);
  for (const [type, subject] of shuffled(the.r, usual).slice(0, count))
    draftDocument(the, superior, workingDayBetween(the.r, from, to), { type, subject });
}

const grassrootsThemes = [
  'Nâng cao chất lượng sinh hoạt chi bộ',
  'Đẩy mạnh cải cách hành chính trong cơ quan, đơn vị',
  'Chuyển đổi số trong hoạt động của cơ quan, đơn vị',
  'Công tác phát triển đảng viên trong doanh nghiệp',
  'Xây dựng văn hóa cơ quan, đơn vị',
];

/** Thematic resolutions of grassroots committees. */
export function draftGrassrootsResolutions(the: BlocCase, from: Day, to: Day, count: number): void {
  const bodies = the.organisations.filter((one) => isBodyOn(one, from) && livesOn(one, from) && livesOn(one, to));
  for (const organisation of shuffled(the.r, bodies).slice(0, count)) {
    const on = workingDayBetween(the.r, from, to);
    const subject = pick(the.r, grassrootsThemes);
    const act = { kind: 'document.issued', unit: organisation.code, type: 'resolution', thematic: true, subject };
    add(the, on, the.papers.ofGrassroots(organisation, 'NQ', on), act);
  }
}

const courses: readonly (readonly [course: string, least: number, most: number])[] = [
  ['awareness', 70, 120],
  ['awareness', 70, 120],
  ['new-member', 60, 110],
  ['new-member', 60, 110],
  ['committee', 80, 140],
  ['secretary', 60, 120],
];

/** The year's courses, and the study of resolutions in spring and autumn. */
export function draftStudy(the: BlocCase, superior: Superior, year: number, from: Day, to: Day): void {
  for (const [course, least, most] of courses) {
    const on = workingDayBetween(the.r, `${year}-03-01`, `${year}-11-20`);
    if (on < from || to < on) continue;
    const paper = the.papers.ofBloc(superior, 'BC', on);
    add(the, on, paper, {
      kind: 'course.held',
      unit: superior.code,
      course,
      participants: between(the.r, least, most),
    });
  }
  for (const wanted of [`${year}-04-08`, `${year}-10-14`]) {
    const on = isWorkingDay(wanted) ? wanted : workingDay(addDays(wanted, 1));
    if (on < from || to < on) continue;
    const convened = between(the.r, 180, 320);
    const present = convened - between(the.r, 2, 14);
    const topic = 'Nghị quyết, kết luận của Ban Chấp hành Trung ương';
    const paper = the.papers.ofBloc(superior, 'BC', on);
    add(the, on, paper, { kind: 'study.held', unit: superior.code, topic, convened, present });
  }
}
