import { Problem } from '#/platform/errors.ts';

const meanings: Record<string, { code: string; message: string }> = {
  unit_code_code_key: { code: 'code.duplicate', message: 'Another unit has this code at that time.' },
  person_code_key: { code: 'code.duplicate', message: 'Another person has this code.' },
  act_pkey: { code: 'act.id-reused', message: 'Another act has this id.' },
  standing_pkey: { code: 'member.already', message: 'The person would be a member in two places at once.' },
  standing_unit_fkey: { code: 'unit.ended', message: 'A member would stand in a unit on days when it does not exist.' },
  unit_parent_unit_fkey: {
    code: 'unit.ended',
    message: 'A unit would have a parent on days when it does not exist itself.',
  },
  unit_parent_parent_fkey: {
    code: 'unit.ended',
    message: 'A unit would lie under a unit on days when that does not exist.',
  },
};

interface DatabaseError {
  code?: string;
  constraint?: string;
  detail?: string;
}

/** A violated constraint as the problem it means to the caller; anything else stays what it is. */
export function constraintProblem(error: unknown): unknown {
  const { code, constraint, detail } = error as DatabaseError;
  if (code === undefined || constraint === undefined || !code.startsWith('23')) return error;
  // A cluster appends the shard's number to constraint names.
  const meaning = meanings[constraint.replace(/_\d+$/, '')];
  if (meaning === undefined) return error;
  const message = detail === undefined ? meaning.message : `${meaning.message} (${detail})`;
  return new Problem(meaning.code, message, { fields: [{ code: meaning.code, message }], cause: error });
}
