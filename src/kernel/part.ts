import type { Audit } from './audit.ts';
import type { Derived } from './facts/derived.ts';
import type { SubjectModel } from './facts/model.ts';
import type { FactTable } from './facts/table.ts';
import type { Figure } from './figures/figure.ts';
import type { ActKind } from './journal/kind.ts';

/** One part of the work, as the doors see it. */
export interface Part {
  name: string;
  kinds: readonly ActKind[];
  /** Every fact table the part owns. */
  tables: readonly FactTable[];
  figures: readonly Figure[];
  models?: readonly SubjectModel[];
  /** Tables kept beside the facts of persons for speed. */
  derived?: readonly Derived[];
  /** Arithmetic that `sotay verify` runs over the part's facts. */
  audits?: readonly Audit[];
}
