import type { Audit } from './audit.ts';
import type { Derived } from './facts/derived.ts';
import type { SubjectModel } from './facts/model.ts';
import type { FactTable } from './facts/table.ts';
import type { Figure } from './figures/figure.ts';
import type { SubjectType } from './journal/act.ts';
import type { ActKind } from './journal/kind.ts';
import { actWithdrawn } from './journal/withdrawn.ts';
import type { Part } from './part.ts';

/** All parts put together: what the kernel knows of the work. */
export interface Register {
  parts: readonly Part[];
  kinds: ReadonlyMap<string, ActKind>;
  tables: readonly FactTable[];
  models: Record<SubjectType, SubjectModel>;
  figures: readonly Figure[];
  audits: readonly Audit[];
  derived: readonly Derived[];
  /** Unit kinds that are a grassroots organisation, for the default of the acting unit. */
  grassrootsKinds: ReadonlySet<string>;
}

/** Builds the register from its parts; a name used twice is a fault of the code. */
export function makeRegister(parts: readonly Part[], grassrootsKinds: readonly string[]): Register {
  const kinds = new Map<string, ActKind>([[actWithdrawn.kind, actWithdrawn]]);
  const models = new Map<SubjectType, SubjectModel>();
  for (const part of parts) {
    for (const kind of part.kinds) {
      if (kinds.has(kind.kind)) throw new Error(`act kind declared twice: ${kind.kind}`);
      kinds.set(kind.kind, kind);
    }
    for (const model of part.models ?? []) models.set(model.type, model);
  }
  const unit = models.get('unit');
  const person = models.get('person');
  if (unit === undefined || person === undefined)
    throw new Error('a register needs a model of units and one of persons');
  return {
    parts,
    kinds,
    tables: parts.flatMap((part) => part.tables),
    models: { unit, person },
    figures: parts.flatMap((part) => part.figures),
    derived: parts.flatMap((part) => part.derived ?? []),
    audits: parts.flatMap((part) => part.audits ?? []),
    grassrootsKinds: new Set(grassrootsKinds),
  };
}
