import { z } from 'zod';
import { answerFigure } from '#/kernel/figures/answer.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { figures } from '#/server/parts.ts';
import type { Dice } from './part.ts';

export interface Asking {
  figure: string;
  unitId: string;
  from: string;
  on: string;
  args: Record<string, string>;
  knownAt?: string | null;
}

/** Everything an answer can tell; null where the unit does not exist on the day. */
export async function askAll({ db }: Tx, { figure, unitId, from, on, args, knownAt = null }: Asking) {
  const { type } = figures.get(figure);
  const options = { list: true, notCounted: true, byUnit: type === 'count' || type === 'ratio' };
  try {
    return await answerFigure(db, figures, { figure, unitId, from, to: on, on, args, knownAt }, options);
  } catch (error) {
    if (error instanceof Problem && error.code.startsWith('unit.')) return null;
    throw error;
  }
}

/** Args that a figure takes, drawn from those known or else from its schema; required ones always. */
export function drawArgs(figure: string, roll: Dice, known?: Record<string, readonly string[]>) {
  const args: Record<string, string> = {};
  for (const [name, field] of Object.entries(figures.get(figure).args?.shape ?? {})) {
    const isOptional = (field as z.ZodType).safeParse(undefined).success;
    if (isOptional && roll(3) > 0) continue;
    const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
    const values = known === undefined ? valuesOf(inner) : (known[name] ?? []);
    if (values.length > 0) args[name] = values[roll(values.length)] as string;
  }
  return args;
}

function valuesOf(field: unknown): readonly string[] {
  if (field instanceof z.ZodEnum) return field.options.map(String);
  if (field instanceof z.ZodLiteral) return [...field.values].map(String);
  return [];
}
