import { z } from 'zod';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { checkPaper } from '../checks.ts';
import { correct, update } from '../people.ts';
import { recordChangeSchema } from '../record-fields.ts';
import { person, thePerson } from '../shapes.ts';

const schema = z.strictObject({ person, record: recordChangeSchema });

export const memberUpdated = actKind({
  kind: 'member.updated',
  rank: rank.personChanges,
  title: { vi: 'Bổ sung hồ sơ đảng viên', en: 'Member record updated' },
  description: {
    vi: 'Điều mới trong hồ sơ từ effectiveOn (bằng cấp, nghề nghiệp, thẻ mới …); null là bỏ trống. Điều cũ vẫn đúng cho những ngày trước đó.',
    en: 'What is new in the record from effectiveOn (a degree, another occupation, a new card …); null empties a field. What it said before stays true of the days before.',
  },
  schema,
  competent: 'grassroots',
  subjects: thePerson,
  person: (state, act) => update(state, act, act.body.record),
  check: checkPaper,
  example: {
    kind: 'member.updated',
    effectiveOn: '2020-12-15',
    person: 'P1',
    record: { qualification: 'university', cards: [{ scheme: 'card-8', number: '23456789' }] },
  },
});

export const memberCorrected = actKind({
  kind: 'member.corrected',
  // What was updated on the same day is corrected too.
  rank: rank.personChanges + 10,
  title: { vi: 'Đính chính hồ sơ đảng viên', en: 'Member record corrected' },
  description: {
    vi: 'Điều ghi sai: sửa từ đầu giai đoạn hồ sơ có hiệu lực vào effectiveOn; ngày sinh, giới tính, dân tộc, tên khai sinh, các ngày vào Đảng thì sửa ở mọi giai đoạn.',
    en: 'What was wrong from the start of the spell of the record in force on effectiveOn; birth, sex, ethnicity, name at birth and the admission dates are corrected in all spells.',
  },
  schema,
  competent: 'grassroots',
  subjects: thePerson,
  person: (state, act) => correct(state, act, act.body.record),
  check: checkPaper,
  example: {
    kind: 'member.corrected',
    effectiveOn: '2020-12-15',
    person: 'P1',
    record: { born: '1998-02-13' },
  },
});
