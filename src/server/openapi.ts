import { readFileSync } from 'node:fs';
import type { Contract } from '#/platform/contract/contract.ts';
import { openApi } from '#/platform/contract/openapi.ts';
import { lineSchema } from './describe-kind.ts';
import { register } from './parts.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of these routes, every act kind with its fields included. */
export function apiDocument(routes: readonly Contract[]): Json {
  const kinds = [...register.kinds.values()];
  const refs = kinds.map(({ kind }) => [kind, `#/components/schemas/${kind}`] as const);
  const schemas: Record<string, Json> = {
    Act: {
      oneOf: refs.map(([, $ref]) => ({ $ref })),
      discriminator: { propertyName: 'kind', mapping: Object.fromEntries(refs) },
    },
    ...Object.fromEntries(kinds.map((kind) => [kind.kind, lineSchema(kind)])),
  };
  return openApi(routes, {
    title: 'Sổ Tay',
    version: JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version,
    description:
      'Acts in, figures out: every figure opens into the names behind it, on any date, as it was known on any day.',
    schemas,
  });
}
