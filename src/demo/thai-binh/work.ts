import type { Day } from '#/platform/day.ts';
import { between, pick } from '../random.ts';
import { addDraft, type Case, decision, ownPaper, someDay } from './case.ts';
import { superiorOf, superiors } from './tree.ts';

/** What the seed tells of: model cells by type, study of resolutions, and who was commended for the year. */
export function draftWork(the: Case): void {
  draftModelCells(the);
  draftDocuments(the);
  draftCommendations(the);
}

/** Registered in February, recognised in December; not all that registered. */
function draftModelCells(the: Case): void {
  const { r, organisations } = the;
  const cells = organisations
    .filter(({ kind }) => kind === 'grassroots-body')
    .map((body) => ({ body, cell: pick(r, body.cells) }));
  cells.forEach(({ body, cell }, i) => {
    const registered = { kind: 'model.registered', unit: cell.code, title: 'model-cell', forYear: 2023 };
    addDraft(the, '2023-02-15', ownPaper(the, body, 'BC', '2023-02-15'), registered);
    if (i === 0) return;
    const recognised = { kind: 'model.recognised', unit: cell.code, title: 'model-cell' };
    addDraft(the, '2023-12-18', decision(the, superiorOf(body), '2023-12-18'), recognised);
  });
}

function draftDocuments(the: Case): void {
  const issue = (on: Day, sort: string, type: string, kind: string, subject: string): void =>
    addDraft(the, on, the.paper('Tỉnh ủy Thái Bình', `${sort}/TU`, type, on), {
      kind: 'document.issued',
      unit: 'TB',
      type: kind,
      subject,
    });
  issue('2023-02-10', 'CTr', 'Chương trình', 'programme', 'Chương trình công tác năm 2023');
  issue('2023-04-20', 'KH', 'Kế hoạch', 'plan', 'Nhân rộng chi bộ kiểu mẫu theo loại hình');
  issue('2023-09-28', 'QĐ', 'Quyết định', 'regulation', 'Kiểm soát quyền lực trong công tác cán bộ');
  for (const superior of superiors) {
    const on = someDay(the.r, 5, 7);
    const convened = between(the.r, 90, 240);
    const paper = the.paper(superior.committee, `KH/${superior.suffix}`, 'Kế hoạch', on);
    const topic = 'Nghị quyết số 21-NQ/TW, 16/6/2022';
    addDraft(the, on, paper, {
      kind: 'study.held',
      unit: superior.code,
      topic,
      convened,
      present: convened - between(the.r, 0, 9),
    });
  }
}

/** "Ban Tổ chức Tỉnh ủy đã khen thưởng 9 tập thể, cá nhân" at the conference of the day; the split is not published. */
const CONFERENCE: Day = '2023-12-29';
const INDIVIDUALS = 5;

function draftCommendations(the: Case): void {
  const { r, roster, organisations } = the;
  const award = {
    form: 'certificate',
    level: 'province',
    issuer: 'Ban Tổ chức Tỉnh ủy',
    occasion: 'tong-ket-to-chuc-xay-dung-dang-2023',
  };
  const paper = the.paper('Ban Tổ chức Tỉnh ủy Thái Bình', 'QĐ/BTCTU', 'Quyết định', '2023-12-26');
  const departments = organisations.filter(({ name }) => name.startsWith('Chi bộ Ban Tổ chức Huyện ủy'));
  for (const { code, place } of departments)
    addDraft(the, CONFERENCE, paper, { kind: 'unit.commended', unit: code, recipient: place, ...award });
  for (const superior of ['TBK', 'VT'])
    addDraft(the, CONFERENCE, paper, { kind: 'unit.commended', unit: superior, ...award });
  for (let i = 0; i < INDIVIDUALS; i += 1) {
    const { code } = roster.take(r, ({ cell }) => cell.profile === 'partyOffice', { ages: [32, 55] });
    addDraft(the, CONFERENCE, paper, { kind: 'member.commended', person: code, ...award });
  }
  draftOthers(the);
}

/** The province's committee commends too: not counted where its department's awards are asked for. */
function draftOthers(the: Case): void {
  const paper = the.paper('Tỉnh ủy Thái Bình', 'QĐ/TU', 'Quyết định', '2023-12-20');
  const award = { form: 'higher-certificate', level: 'province', issuer: 'Tỉnh ủy Thái Bình' };
  for (const { code } of the.organisations.slice(0, 2))
    addDraft(the, '2023-12-20', paper, { kind: 'unit.commended', unit: code, ...award });
  const { code } = the.roster.take(the.r, () => true, { ages: [40, 60] });
  addDraft(the, '2023-12-20', paper, { kind: 'member.commended', person: code, ...award });
}
