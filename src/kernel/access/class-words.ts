import type { Bilingual } from '../journal/kind.ts';
import type { SensitiveClass } from './roles.ts';

/** What the classes of sensitive values are called. */
export const classWords: Readonly<Record<SensitiveClass, Bilingual>> = {
  'identity-number': { vi: 'số định danh, CMND', en: 'identity numbers' },
  contact: { vi: 'điện thoại, thư điện tử', en: 'telephone, e-mail' },
  address: { vi: 'quê quán, nơi ở', en: 'home, residence' },
  family: { vi: 'gia đình', en: 'family' },
  health: { vi: 'sức khỏe', en: 'health' },
  vetting: { vi: 'thẩm tra chính trị', en: 'vetting' },
  complainant: { vi: 'người gửi đơn', en: 'complainant' },
};

/** Opened only by breaking the glass: a right of its own, a reason that is read by others, a notice to whom it concerns. */
export const sealedClasses: ReadonlySet<SensitiveClass> = new Set(['vetting', 'complainant']);
export const leastSealedReason = 20;
