import { z } from 'zod';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { fieldMeta, personRef, unitRef } from '#/kernel/journal/refs.ts';
import { checkOversight } from './checks.ts';
import { modes, outcomes, topics } from './contract.ts';
import { concludeOnMember, concludeOnUnit } from './fold.ts';

const topic = z
  .enum(topics)
  .register(fieldMeta, { vi: 'việc chấp hành; dấu hiệu vi phạm; nhiệm vụ kiểm tra, giám sát; tài chính đảng' });
const mode = z.enum(modes).register(fieldMeta, { vi: 'giám sát chuyên đề hoặc thường xuyên' });
const theme = z.string().trim().min(1).max(300).register(fieldMeta, { vi: 'nội dung giám sát' }).optional();
const outcome = z.enum(outcomes).register(fieldMeta, { vi: 'kết luận' }).optional();

const unit = unitRef('tổ chức đảng được kiểm tra, giám sát');
const person = personRef('đảng viên được kiểm tra, giám sát');

// After the ends of the day: a conclusion of the day of a merger is about a unit that has ended.
const shared = { rank: rank.yearly, check: checkOversight };
const ofUnit = {
  competent: 'superior',
  subjects: (body: { unit: string }) => [{ type: 'unit' as const, id: body.unit }],
  unit: concludeOnUnit,
} as const;
const ofMember = {
  competent: 'grassroots',
  subjects: (body: { person: string }) => [{ type: 'person' as const, id: body.person }],
  person: concludeOnMember,
} as const;

const onTheDay = {
  vi: 'effectiveOn là ngày kết luận; actor là chủ thể (cấp ủy, ban thường vụ, ủy ban kiểm tra, cơ quan tham mưu, chi bộ).',
  en: 'effectiveOn is the day of the conclusion; actor tells which body acted.',
};

const paper = { issuer: 'Ủy ban Kiểm tra Huyện ủy A', number: '12-KL/UBKTHU', issuedOn: '2022-06-15' };
const commission = { unit: 'HH', body: 'inspection-commission' };

export const unitInspected = actKind({
  ...shared,
  ...ofUnit,
  kind: 'unit.inspected',
  title: { vi: 'Kiểm tra tổ chức đảng', en: 'Unit inspected' },
  description: {
    vi: `Một cuộc kiểm tra đối với một tổ chức đảng. ${onTheDay.vi}`,
    en: `One inspection of one unit; ${onTheDay.en}`,
  },
  schema: z.strictObject({ unit, topic, outcome }),
  example: {
    kind: 'unit.inspected',
    effectiveOn: '2022-06-15',
    actor: commission,
    paper,
    unit: 'HH.001',
    topic: 'violation-signs',
    outcome: 'shortcomings',
  },
});

export const memberInspected = actKind({
  ...shared,
  ...ofMember,
  kind: 'member.inspected',
  title: { vi: 'Kiểm tra đảng viên', en: 'Member inspected' },
  description: {
    vi: `Một cuộc kiểm tra đối với một đảng viên. ${onTheDay.vi}`,
    en: `One inspection of one member; ${onTheDay.en}`,
  },
  schema: z.strictObject({ person, topic, outcome }),
  example: {
    kind: 'member.inspected',
    effectiveOn: '2022-06-15',
    actor: commission,
    paper,
    person: 'P1',
    topic: 'compliance',
    outcome: 'no-violation',
  },
});

export const unitSupervised = actKind({
  ...shared,
  ...ofUnit,
  kind: 'unit.supervised',
  title: { vi: 'Giám sát tổ chức đảng', en: 'Unit supervised' },
  description: {
    vi: `Giám sát một tổ chức đảng: chuyên đề (mỗi việc một cuộc, topic là nội dung) hoặc thường xuyên (không tính là cuộc). ${onTheDay.vi}`,
    en: `One supervision of one unit: thematic (a case; topic tells about what) or regular (not counted as a case); ${onTheDay.en}`,
  },
  schema: z.strictObject({ unit, mode, topic: theme, outcome }),
  example: {
    kind: 'unit.supervised',
    effectiveOn: '2022-06-15',
    actor: { unit: 'HH', body: 'standing-committee' },
    paper: { issuer: 'Ban Thường vụ Huyện ủy A', number: '31-TB/HU', issuedOn: '2022-06-15' },
    unit: 'HH.001',
    mode: 'thematic',
    topic: 'Thực hiện quy chế làm việc của cấp ủy',
  },
});

export const memberSupervised = actKind({
  ...shared,
  ...ofMember,
  kind: 'member.supervised',
  title: { vi: 'Giám sát đảng viên', en: 'Member supervised' },
  description: {
    vi: `Giám sát một đảng viên: chuyên đề (mỗi việc một cuộc, topic là nội dung) hoặc thường xuyên (không tính là cuộc). ${onTheDay.vi}`,
    en: `One supervision of one member: thematic (a case; topic tells about what) or regular (not counted as a case); ${onTheDay.en}`,
  },
  schema: z.strictObject({ person, mode, topic: theme, outcome }),
  example: {
    kind: 'member.supervised',
    effectiveOn: '2022-06-15',
    actor: commission,
    paper,
    person: 'P1',
    mode: 'thematic',
    outcome: 'no-violation',
  },
});
