import { z } from 'zod';
import { assignPerson } from '#/domain/members/api.ts';
import type { SubjectState } from '#/kernel/facts/state.ts';
import type { Act, Subject } from '#/kernel/journal/act.ts';
import { fieldMeta, newUnit, personRef, unitRef } from '#/kernel/journal/refs.ts';
import { unitKinds, unitTypes } from './contract.ts';
import { fault } from './life.ts';

/** A name or a code as it stands on paper: not empty, no blanks around it. */
const text = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^\S(.*\S)?$/su, { error: 'not empty, and without blanks before or after it' });

export const unitName = text(500).register(fieldMeta, { vi: 'tên tổ chức đảng' });
export const unitCode = text(100).register(fieldMeta, { vi: 'mã tổ chức đảng' });
export const unitKind = z.enum(unitKinds).register(fieldMeta, { vi: 'cấp, loại tổ chức đảng' });
export const unitType = z.enum(unitTypes).register(fieldMeta, { vi: 'loại hình (biểu số 5)' });
export const unitZone = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'words in lower case, joined by -' })
  .register(fieldMeta, { vi: 'khu vực, ví dụ industrial: khu công nghiệp' });

/** A unit that an act brings in. Without a parent it is a root of the register. */
export const unitSchema = newUnit(
  {
    name: unitName,
    kind: unitKind,
    type: unitType.optional(),
    zone: unitZone.optional(),
    parent: unitRef('tổ chức đảng cấp trên trực tiếp').optional(),
  },
  'tổ chức đảng mới',
);

/** People who do not follow the default when their unit ends or is divided. */
export const assignments = z
  .array(z.strictObject({ person: personRef('đảng viên'), to: unitRef('nơi sinh hoạt mới') }))
  .min(1);

type Assigning = { assign?: { person: string; to: string }[] | undefined };

export function unitSubjects(ids: readonly string[]): Subject[] {
  return [...new Set(ids)].map((id) => ({ type: 'unit', id }));
}

export function assignedSubjects({ assign = [] }: Assigning): Subject[] {
  return [...new Set(assign.map(({ person }) => person))].map((id) => ({ type: 'person', id }));
}

/** Puts a person where the unit act says. */
export function assign(state: SubjectState, act: Act<Assigning>): void {
  const own = (act.body.assign ?? []).filter(({ person }) => person === state.subject.id);
  const [first] = own;
  if (first === undefined) return;
  if (own.length > 1) throw fault(act, 'unit.assigned-twice', 'assign', 'The act assigns this person twice.');
  assignPerson(state, act as Act, first.to);
}
