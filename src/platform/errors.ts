/** What is wrong with one field, or one line, of what the caller sent. */
export interface FieldProblem {
  line?: number;
  /** The place in a table, as a spreadsheet names it: 'Đảng viên'!H15. */
  cell?: string;
  field?: string;
  code: string;
  message: string;
  /** The message in Vietnamese, where it tells more than the code: for readers of Vietnamese it takes the message's place. */
  vi?: string;
  rule?: string;
  actId?: string;
}

interface ProblemOptions {
  fields?: FieldProblem[];
  /** The message in Vietnamese; without it the code is said in Vietnamese, and the message beside it. */
  vi?: string;
  /** The HTTP status; 422 unless told. */
  status?: number;
  cause?: unknown;
}

/** Something a caller can act on. Everything else that is thrown is a bug of ours. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly fields: FieldProblem[];
  readonly vi: string | undefined;

  constructor(code: string, message: string, { fields = [], status = 422, cause, vi }: ProblemOptions = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'Problem';
    this.code = code;
    this.status = status;
    this.fields = fields;
    this.vi = vi;
  }
}

/** A problem of one field, told there and as a whole. */
export function wrongField(field: string, code: string, message: string): Problem {
  return new Problem(code, message, { fields: [{ field, code, message }] });
}

/** The body of an `application/problem+json` answer. */
export interface Rfc9457 {
  type: string;
  title: string;
  status: number;
  code: string;
  errors?: FieldProblem[];
}

/** A problem as the document of RFC 9457; the cause stays here, it may name tables and files. */
export function toRfc9457({ code, message, status, fields }: Problem): Rfc9457 {
  const body: Rfc9457 = { type: `urn:sotay:problem:${code}`, title: message, status, code };
  return fields.length > 0 ? { ...body, errors: fields.map(({ vi: _, ...field }) => field) } : body;
}
