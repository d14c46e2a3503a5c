import { id } from '../two-communes.ts';

/** A request: what stands in the path, behind it, and in the body. `others.x` is the id of something of somebody else's. */
export type Asked =
  | string
  | { at?: Record<string, string>; query?: string; payload?: object | Buffer | ((role: string) => object) };

export type Line =
  | {
      /** M member, C cell secretary, O committee officer, D organisation department, I inspection commission, L leader, A administrator, U auditor */
      roles: string;
      /** At commune A.1, where everybody works. */
      inside: Asked;
      /** What `inside` is answered with; 200 unless told. */
      status?: number;
      /** At A.2, in another province, or somebody else's. */
      outside?: Asked | readonly Asked[];
    }
  /** Open to whoever is signed in, or to everybody, for a reason. */
  | { because: string; inside: Asked; status?: number };

export const all = 'CODILAU';

export const officers = 'CODIL';

export const person = (code: string) => id(`person ${code}`);

export const act = (code: string) => id(code);

/** Of routes that need no unit. */
export const elsewhere = ['scope=A.2', 'tenant=B', 'scope=A'];

export const ndjson = Buffer.from('{"kind":"meeting.held"}\n');

export const form = { name: 'form-1' };

export const meeting = (unit: string) => ({
  kind: 'meeting.held',
  effectiveOn: '2026-01-05',
  unit,
  convened: 3,
  present: 2,
  sort: 'regular',
});

export const many = (...asked: Asked[]): readonly Asked[] => asked;
