import { z } from 'zod';
import type { Subject } from '#/kernel/journal/act.ts';
import { fieldMeta, idOf, personRef, unitRef } from '#/kernel/journal/refs.ts';
import { dayField, textField } from './record-fields.ts';

// Fields that several kinds share.

export const person = personRef('đảng viên');
export const cell = unitRef('chi bộ');
export const status = z.enum(['official', 'probationary']).register(fieldMeta, { vi: 'chính thức hoặc dự bị' });
export const until = dayField('ngày cuối của thời hạn');

const outsidePlaces = ['province', 'army', 'police', 'central', 'abroad', 'other'] as const;

/** A place outside this register; `tenant` where its register is known. */
export const outside = z.strictObject({
  place: z
    .enum(outsidePlaces)
    .register(fieldMeta, { vi: 'tỉnh khác, quân đội, công an, cơ quan Trung ương, ngoài nước, khác' }),
  name: textField('tên tổ chức đảng'),
  tenant: z.string().trim().min(1).optional(),
});
export type Outside = z.infer<typeof outside>;

export function placeOf(value: Outside | undefined): { placeKind: string | null; place: string | null } {
  return { placeKind: value?.place ?? null, place: value?.name ?? null };
}

/** The one person that an act is about. */
export function thePerson(body: { person: string | { id?: string | undefined } }): Subject[] {
  return [{ type: 'person', id: idOf(body.person) }];
}

/** Exempt or suspended for a time has a last day; for good has none. */
export const exemptFields = {
  permanent: z.boolean().register(fieldMeta, { vi: 'miễn hẳn (tuổi cao, sức yếu)' }).optional(),
  until: until.optional(),
};

export const notBoth = {
  check: (body: { permanent?: boolean | undefined; until?: string | undefined }) =>
    !(body.permanent === true && body.until !== undefined),
  error: { error: 'for good has no last day: leave out "permanent" or "until"', path: ['until'] },
};

export function exemptionOf(body: { permanent?: boolean | undefined; until?: string | undefined }) {
  const isPermanent = body.permanent ?? body.until === undefined;
  return { kind: isPermanent ? ('permanent' as const) : ('temporary' as const), until: body.until ?? null };
}
