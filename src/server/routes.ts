import { z } from 'zod';
import type { Route } from '#/platform/contract/route.ts';
import { type Api, route } from './api.ts';
import { apiDocument } from './openapi.ts';
import { postActs, readAct } from './routes/acts.ts';
import { listFigures, readFigure } from './routes/figures.ts';
import { health } from './routes/health.ts';
import { listKinds } from './routes/kinds.ts';
import { readReport } from './routes/reports.ts';
import { listUnits } from './routes/units.ts';

const document = route({
  method: 'GET',
  path: '/api/openapi.json',
  summary: { vi: 'Tài liệu OpenAPI này', en: 'This OpenAPI document' },
  permission: 'public',
  input: z.strictObject({}),
  output: z.record(z.string(), z.unknown()),
  handler: () => (text ??= apiDocument(routes)),
});

let text: Record<string, unknown> | undefined;

/** Every way into the API. */
export const routes: readonly Route<Api>[] = [
  listFigures,
  readFigure,
  listKinds,
  listUnits,
  readReport,
  postActs,
  readAct,
  health,
  document,
];
