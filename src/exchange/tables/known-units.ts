import type { UnitKind } from '#/domain/units/contract.ts';

/** A unit of the register, as far as a list may name it. */
export interface KnownUnit {
  code: string;
  name: string;
  kind: UnitKind;
  /** The code of its superior; null at the root. */
  parent: string | null;
}

/**
 * The units of the register that are in sight on the opening day (a province has 13,651: 4 MB). Asked once for a plan and
 * once for a reading; names are matched here, without accents, abbreviations and the words "chi bộ", "đảng bộ" before them.
 */
export type UnitLookup = () => Promise<readonly KnownUnit[]>;
