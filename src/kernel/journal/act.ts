import type { Day, PartialDay } from '#/platform/day.ts';

/** The body that acts in a unit's name. */
export type ActorBody =
  | 'committee'
  | 'standing-committee'
  | 'permanent-board'
  | 'inspection-commission'
  | 'advisory-department'
  | 'cell'
  | 'cell-committee';

export interface Actor {
  /** Unit id; null when the body lies outside this register (it is then named by the paper's issuer). */
  unit: string | null;
  body: ActorBody;
  department?: string;
}

export interface Paper {
  issuer: string;
  number: string;
  issuedOn?: PartialDay;
  signer?: string;
  signingAs?: string;
  type?: string;
  abstract?: string;
}

/** Where an act came from; an import keeps the file's own values here. */
export interface Source {
  via: 'screen' | 'import' | 'api' | 'demo';
  import?: string;
  line?: number;
  recordedAt?: string;
  recordedBy?: string;
  /** It was proposed by somebody else than who recorded it. */
  proposal?: Proposal;
}

/** Who proposed an act, when, and for which unit. */
export interface Proposal {
  by: string;
  at: string;
  unit: string | null;
}

/**
 * One line of the journal, references resolved: persons and units by id, sensitive values as {ref, commitment}.
 * `body` holds the kind's own fields.
 */
export interface Act<Body = Record<string, unknown>> {
  id: string;
  kind: string;
  effectiveOn: Day;
  actor: Actor;
  paper: Paper | null;
  withdraws: string | null;
  after: string | null;
  note: string | null;
  body: Body;
  /** Instant in UTC with microseconds. */
  recordedAt: string;
  recordedBy: string;
  source: Source;
}

/** What a caller posts: flat, as in the journal file; `line` is where it stood in a file. */
export type ActInput = Record<string, unknown> & { kind: string };

export type SubjectType = 'unit' | 'person';
export interface Subject {
  type: SubjectType;
  id: string;
}

/** The day a decision was taken: the paper's date when it is known to the day, else the day of effect. */
export function decidedOn(act: Pick<Act, 'paper' | 'effectiveOn'>): Day {
  const issued = act.paper?.issuedOn;
  return issued !== undefined && issued.length === 10 ? issued : act.effectiveOn;
}
