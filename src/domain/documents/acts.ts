import { z } from 'zod';
import { existsOn, mustExist } from '#/domain/units/api.ts';
import { decidedOn } from '#/kernel/journal/act.ts';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { unitRef } from '#/kernel/journal/refs.ts';
import { Problem } from '#/platform/errors.ts';
import { checkIssued } from './checks.ts';
import { documentTypes } from './contract.ts';
import { documentTable } from './tables.ts';

function fault(code: string, field: string, message: string): Problem {
  return new Problem(code, message, { fields: [{ code, field, message }] });
}

export const documentIssued = actKind({
  kind: 'document.issued',
  rank: rank.yearly,
  title: { vi: 'Ban hành văn bản', en: 'Document issued' },
  description: {
    vi: 'Tổ chức đảng ban hành một văn bản; số và ngày lấy ở paper, thematic cho nghị quyết chuyên đề. Chỉ ghi số, loại và nội dung về việc gì (subject), không ghi toàn văn. Văn bản có độ mật (Mật, Tối mật, Tuyệt mật) không được ghi.',
    en: 'A unit issued a document; its number and date are those of the paper, thematic marks a resolution on one theme. Only number, type and what it is about (subject) are kept, never its text. A classified paper is refused.',
  },
  schema: z.strictObject({
    unit: unitRef('tổ chức đảng ban hành'),
    type: z.enum(documentTypes),
    thematic: z.boolean().optional(),
    subject: z.string().trim().min(1).max(300).optional(),
  }),
  competent: 'self',
  subjects: ({ unit }) => [{ type: 'unit', id: unit }],
  unit: (state, act) => {
    mustExist(state, act);
    if (act.paper === null) throw fault('document.paper-missing', 'paper', 'A document is known by its paper.');
    const on = decidedOn(act);
    if (!existsOn(state, on))
      throw fault('document.unit-not-there', 'paper.issuedOn', `The unit did not exist on ${on}.`);
    const { unit, type, thematic = false, subject = null } = act.body;
    state.emit(documentTable, {
      act_id: act.id,
      unit_id: unit,
      on_day: on,
      type,
      thematic,
      number: act.paper.number,
      subject,
    });
  },
  check: checkIssued,
  example: {
    kind: 'document.issued',
    effectiveOn: '2021-04-12',
    paper: { issuer: 'Huyện ủy A', number: '05-NQ/HU', issuedOn: '2021-04-12' },
    unit: 'HH',
    type: 'resolution',
    thematic: true,
    subject: 'Nâng cao năng lực lãnh đạo của tổ chức cơ sở đảng',
  },
});
