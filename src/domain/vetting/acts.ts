import { z } from 'zod';
import { fault, mustBeMember } from '#/domain/members/api.ts';
import { actKind } from '#/kernel/journal/kind.ts';
import { rank } from '#/kernel/journal/ranks.ts';
import { fieldMeta, personRef, sensitive } from '#/kernel/journal/refs.ts';
import { isDay } from '#/platform/day.ts';
import { checkConcluded, checkVerified } from './checks.ts';
import { conclusions, occasions } from './contract.ts';
import { verificationTable, vettingTable } from './tables.ts';

const shared = {
  // After whoever enters the Party on the day, and what was added to the record.
  rank: rank.personChanges + 40,
  confidential: 'vetting',
  subjects: ({ person }: { person: string }) => [{ type: 'person' as const, id: person }],
} as const;

/** A body that confirmed what somebody's papers say: its name and the day, nothing of what it wrote. */
const confirmation = z.strictObject({
  by: z.string().trim().min(1).max(120).register(fieldMeta, { vi: 'nơi xác nhận (tên tổ chức, cơ quan)' }),
  on: z
    .string()
    .refine(isDay, { error: 'not a day of the calendar (YYYY-MM-DD)' })
    .register(fieldMeta, { vi: 'ngày xác nhận' }),
});

export const backgroundVerified = actKind({
  ...shared,
  kind: 'background.verified',
  title: { vi: 'Thẩm tra, xác minh lý lịch', en: 'Background verified' },
  description: {
    vi: 'Lý lịch người vào Đảng đã được thẩm tra: nơi nào xác nhận, ngày nào (confirmations). effectiveOn là ngày đưa vào hồ sơ, từ ngày kết nạp trở đi: sổ không giữ gì về người chưa được kết nạp. Không ghi nội dung hồ sơ, không ghi người thân, không ghi điều thuộc bí mật nhà nước.',
    en: 'The background of somebody who entered the Party was verified: which bodies confirmed it, on which days. The day of effect is that on which it went into the dossier, from the admission on: nothing is kept of people who were not admitted. Never the contents of a file, relatives, or anything classified.',
  },
  schema: z.strictObject({
    person: personRef('đảng viên được thẩm tra lý lịch'),
    confirmations: z
      .array(confirmation)
      .min(1)
      .max(30)
      .register(fieldMeta, { vi: 'các nơi đã xác nhận; chỉ tên và ngày, không ghi nội dung' }),
  }),
  competent: 'grassroots',
  person: (state, act) => {
    mustBeMember(state, act);
    const { confirmations } = act.body;
    const late = confirmations.findIndex(({ on }) => on > act.effectiveOn);
    if (late !== -1)
      throw fault(
        act,
        'vetting.confirmed-later',
        `confirmations[${late}].on`,
        `It was confirmed after ${act.effectiveOn}, the day on which the verification was closed.`,
      );
    state.emit(verificationTable, {
      act_id: act.id,
      person_id: state.subject.id,
      unit_id: null,
      on_day: act.effectiveOn,
      body_count: confirmations.length,
      last_confirmed_on:
        confirmations
          .map(({ on }) => on)
          .toSorted()
          .at(-1) ?? null,
    });
  },
  check: checkVerified,
  example: {
    kind: 'background.verified',
    effectiveOn: '2024-05-19',
    paper: { issuer: 'Đảng ủy xã B', number: '12-BC/ĐU', issuedOn: '2024-03-20' },
    person: 'P3',
    confirmations: [
      { by: 'Đảng ủy xã B', on: '2024-03-11' },
      { by: 'Đảng ủy xã C', on: '2024-03-18' },
    ],
  },
});

export const vettingConcluded = actKind({
  ...shared,
  kind: 'vetting.concluded',
  title: { vi: 'Kết luận về tiêu chuẩn chính trị', en: 'Political vetting concluded' },
  description: {
    vi: 'Cơ quan có thẩm quyền kết luận về tiêu chuẩn chính trị của một đảng viên cho một việc (occasion), vào ngày có hiệu lực. Kết luận (conclusion) được niêm phong: ai có quyền mới mở, phải nêu lý do, người liên quan và ủy ban kiểm tra được báo. Chỉ ghi kết luận: không ghi nội dung hồ sơ, nhận xét, chính kiến; không ghi điều thuộc bí mật nhà nước.',
    en: 'The competent body concludes on the political standard of a member for one occasion, on the day of effect. The conclusion is sealed: only who has the right opens it, for a reason, and the person and the inspection commission are told. The conclusion alone: never the contents of a file, remarks, what somebody thinks or says, or anything classified.',
  },
  schema: z.strictObject({
    person: personRef('đảng viên được thẩm định'),
    occasion: z.enum(occasions).register(fieldMeta, { vi: 'thẩm định cho việc gì' }),
    conclusion: sensitive(z.enum(conclusions), 'vetting', 'kết luận, được niêm phong'),
  }),
  competent: 'above-grassroots',
  person: (state, act) => {
    mustBeMember(state, act);
    state.emit(vettingTable, {
      act_id: act.id,
      person_id: state.subject.id,
      unit_id: null,
      on_day: act.effectiveOn,
      occasion: act.body.occasion,
      by_body: act.actor.body,
      by_unit_id: act.actor.unit,
    });
  },
  check: checkConcluded,
  example: {
    kind: 'vetting.concluded',
    effectiveOn: '2024-09-10',
    actor: { unit: 'HH', body: 'standing-committee' },
    paper: { issuer: 'Ban Thường vụ Huyện ủy A', number: '41-KL/HU', issuedOn: '2024-09-10' },
    person: 'P1',
    occasion: 'appointment',
    conclusion: 'meets',
  },
});
