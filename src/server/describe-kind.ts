import { z } from 'zod';
import { envelopeSchema } from '#/kernel/journal/envelope.ts';
import type { ActKind, Bilingual, Competent } from '#/kernel/journal/kind.ts';
import { fieldMeta } from '#/kernel/journal/refs.ts';
import { describeFields, type FieldDescription } from './describe-fields.ts';

type Json = Record<string, unknown>;

/** An act kind as documentation and screens need it, all from its declaration. */
export interface KindDescription {
  kind: string;
  title: Bilingual;
  description: Bilingual;
  /** Which unit acts where the line does not say. */
  competent: Competent;
  /** Order within a day. */
  rank: number;
  /** What the act is about: it folds into facts of these. */
  about: ('unit' | 'person')[];
  fields: FieldDescription[];
  /** JSON Schema of the kind's own fields. */
  schema: Json;
  example: Json;
}

/** Describes an act kind from its declaration. */
export function describeKind(kind: ActKind): KindDescription {
  const { title, description, competent, rank, schema, example } = kind;
  const about = (['unit', 'person'] as const).filter((type) => kind[type] !== undefined);
  return {
    kind: kind.kind,
    title,
    description,
    competent,
    rank,
    about,
    fields: describeFields(schema),
    schema: kindSchema(schema),
    example,
  };
}

/** The keys that every line may have. */
export function describeEnvelope(): FieldDescription[] {
  return describeFields(envelopeSchema);
}

/** JSON Schema of a whole line of a kind: the envelope's keys and its own. */
export function lineSchema(kind: ActKind): Json {
  const envelope = kindSchema(envelopeSchema);
  const own = kindSchema(kind.schema);
  return {
    type: 'object',
    title: kind.title.en,
    description: kind.description.en,
    properties: {
      ...(envelope.properties as Json),
      kind: { const: kind.kind },
      ...(own.properties as Json),
    },
    required: [...(envelope.required as string[]), ...((own.required as string[] | undefined) ?? [])],
    additionalProperties: false,
    examples: [kind.example],
  };
}

/** JSON Schema with what the fields refer to as `x-…` words. */
function kindSchema(schema: z.ZodType): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const meta = fieldMeta.get(zodSchema as unknown as z.ZodType);
      const { vi, refers, introduces, sensitive } = meta ?? {};
      const { def } = zodSchema._zod;
      if (def.type === 'pipe' && (def.out as z.ZodType).def.type === 'enum')
        (jsonSchema as Json)['x-codes'] = Object.values((def.out as z.ZodEnum).def.entries);
      const words = { 'x-refers': refers, 'x-introduces': introduces, 'x-sensitive': sensitive, description: vi };
      for (const [key, value] of Object.entries(words)) if (value !== undefined) (jsonSchema as Json)[key] = value;
    },
  }) as Json;
  return rest;
}
