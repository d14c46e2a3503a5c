export const memberParts = ['course', 'acts', 'sheet', 'tables', 'files', 'seen'] as const;
export type MemberPart = (typeof memberParts)[number];

/** What the page keeps in its address beside the place. */
export interface MemberSearch {
  /** Which part is shown; missing: the first. */
  part?: MemberPart;
  /** Of the acts: only these kinds. */
  kind?: string;
}

/** Reads the page's own keys; what does not belong there is left out. */
export function readMemberSearch(raw: Record<string, unknown>): MemberSearch {
  const part = memberParts.find((one) => one === raw.part);
  return {
    ...(part === undefined ? {} : { part }),
    ...(typeof raw.kind === 'string' && raw.kind !== '' ? { kind: raw.kind } : {}),
  };
}
