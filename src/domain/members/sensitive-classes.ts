import type { SensitiveClass } from '#/kernel/access/roles.ts';
import type { sensitiveFieldNames } from './record-fields.ts';

/** Which class of sensitive values each field of a record belongs to: roles name classes. */
export const classOfField: Readonly<Record<(typeof sensitiveFieldNames)[number], SensitiveClass>> = {
  citizenId: 'identity-number',
  oldIdentityNumber: 'identity-number',
  phone: 'contact',
  email: 'contact',
  birthRegistration: 'address',
  hometown: 'address',
  residence: 'address',
  family: 'family',
  health: 'health',
};
