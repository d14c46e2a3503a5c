import { readFileSync } from 'node:fs';
import { openApi } from '#/platform/contract/openapi.ts';
import type { Route } from '#/platform/contract/route.ts';
import type { Api } from './api.ts';
import { lineSchema } from './describe-kind.ts';
import { register } from './parts.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of these routes, every act kind with its fields included. */
export function apiDocument(routes: readonly Route<Api>[]): Json {
  const kinds = [...register.kinds.values()];
  const refs = kinds.map(({ kind }) => [kind, `#/components/schemas/${kind}`] as const);
  const schemas: Record<string, Json> = {
    Act: {
      oneOf: refs.map(([, $ref]) => ({ $ref })),
      discriminator: { propertyName: 'kind', mapping: Object.fromEntries(refs) },
    },
    ...Object.fromEntries(kinds.map((kind) => [kind.kind, lineSchema(kind)])),
  };
  return openApi(routes as readonly Route<never>[], {
    title: 'Sổ Tay',
    version: JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version,
    description:
      'Acts in, figures out: every figure opens into the names behind it, on any date, as it was known on any day.',
    schemas,
  });
}
