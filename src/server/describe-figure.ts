import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Catalogue, catalogues, entryOf } from '#/domain/catalogues/api.ts';
import { exactWords } from '#/domain/words/value-words.ts';
import type { Figure, RatioPart } from '#/kernel/figures/figure.ts';
import type { Bilingual } from '#/kernel/journal/kind.ts';

/** An argument that a figure takes. */
export interface ArgumentDescription {
  name: string;
  required: boolean;
  /** The values it may have, where they are a closed list. */
  values?: string[];
  /** What values of a catalogue are called. */
  labels?: Record<string, Bilingual>;
  pattern?: string;
}

/** A figure as the catalogue shows it. */
export interface FigureDescription {
  name: string;
  type: Figure['type'];
  /** Counted on a day, or over a period. */
  time: 'stock' | 'flow';
  measure: string;
  title: Bilingual;
  definition: Bilingual;
  instrument?: string;
  /** Of a count: what a row of its list is, distinct subjects or occurrences, and whose place counts. */
  of?: 'person' | 'unit' | 'act';
  counts?: 'distinct' | 'occurrences';
  place?: 'subject' | 'actor';
  /** Of a ratio. */
  numerator?: string;
  denominator?: string;
  decimals?: number;
  args: ArgumentDescription[];
  /** Of the definition: another one as soon as anything above is another, whatever the figure and the values of its arguments are called. */
  version: string;
}

interface Property {
  enum?: string[];
  const?: string;
  pattern?: string;
}

/** Describes a figure from its declaration. */
export function describeFigure(figure: Figure): FigureDescription {
  const { name, title, ...defined } = definedBy(figure);
  // What a value is called changes nothing that is counted.
  const args = defined.args.map(({ labels, ...arg }) => arg);
  return { name, title, ...defined, version: versionOf({ ...defined, args }) };
}

function definedBy(figure: Figure): Omit<FigureDescription, 'version'> {
  const { name, type, time, measure, title, definition, instrument } = figure;
  return {
    name,
    type,
    time,
    measure,
    title,
    definition,
    instrument,
    ...(figure.type === 'count' ? { of: figure.of, counts: figure.counts, place: figure.place } : {}),
    ...(figure.type === 'ratio'
      ? { numerator: partName(figure.numerator), denominator: partName(figure.denominator) }
      : {}),
    ...('decimals' in figure ? { decimals: figure.decimals } : {}),
    args: argumentsOf(figure),
  };
}

/** Eight letters tell all definitions there ever were apart; `docs/figures.md` has them in its history. */
function versionOf(defined: object): string {
  return createHash('sha256').update(JSON.stringify(defined)).digest('hex').slice(0, 8);
}

/** A part may be whatever figure an argument names. */
function partName(part: RatioPart): string {
  if (part === 'years') return part;
  return typeof part.figure === 'string' ? part.figure : `{${part.figure.arg}}`;
}

function argumentsOf({ args }: Figure): ArgumentDescription[] {
  if (args === undefined) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(args, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, property]) => {
    const { const: only, enum: values = only === undefined ? undefined : [only], pattern } = property as Property;
    return { name, required: required.includes(name), values, labels: labelsOf(name, values), pattern };
  });
}

/** The catalogues that arguments take their values from, where the argument is called otherwise than the field. */
const renamed: Record<string, keyof typeof catalogues> = {
  schooling: 'generalEducation',
  theory: 'theoryLevel',
};

function labelsOf(name: string, values: readonly string[] = []): Record<string, Bilingual> | undefined {
  const catalogue = (catalogues as Record<string, Catalogue>)[renamed[name] ?? name];
  const named = values.flatMap((code) => {
    const words = (catalogue === undefined ? undefined : entryOf(catalogue, code)) ?? exactWords(name, code);
    return words === undefined ? [] : [[code, { vi: words.vi, en: words.en }] as const];
  });
  return named.length === 0 ? undefined : Object.fromEntries(named);
}
