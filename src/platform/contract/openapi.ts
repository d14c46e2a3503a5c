import { z } from 'zod';
import { type Contract, pathParameters } from './contract.ts';

type Json = Record<string, unknown>;

interface Described {
  title: string;
  version: string;
  description: string;
  /** Named schemas that inputs point at with `$ref: '#/components/schemas/…'`. */
  schemas?: Record<string, Json>;
}

const problemSchema: Json = {
  type: 'object',
  description: 'RFC 9457. `code` is stable; `title` is in the language that the caller accepts.',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'message'],
        properties: {
          line: { type: 'integer' },
          cell: { type: 'string', description: 'The place in a table, as a spreadsheet names it.' },
          field: { type: 'string' },
          code: { type: 'string' },
          message: { type: 'string' },
          rule: { type: 'string', description: 'The instrument that was broken: number, date, article.' },
          actId: { type: 'string', format: 'uuid' },
        },
      },
    },
  },
};

/** The OpenAPI 3.1 document of the routes. */
export function openApi(routes: readonly Contract[], { title, version, description, schemas = {} }: Described): Json {
  const paths: Record<string, Json> = {};
  for (const one of routes) paths[one.path] = { ...paths[one.path], [one.method.toLowerCase()]: operation(one) };
  return {
    openapi: '3.1.1',
    info: { title, version, description, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      schemas: { Problem: problemSchema, ...schemas },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
  };
}

function operation({ method, path, summary, permission, input, output, body }: Contract): Json {
  const whole = jsonSchema(input, 'input');
  const properties = (whole.properties ?? {}) as Record<string, Json>;
  const required = new Set((whole.required ?? []) as string[]);
  const inPath = new Set(pathParameters(path));
  const names = Object.keys(properties);
  const isQuery = method === 'GET' || body === 'stream';
  const asParameters = isQuery ? names : names.filter((name) => inPath.has(name));
  const parameters = asParameters.map((name) => ({
    name,
    in: inPath.has(name) ? 'path' : 'query',
    required: inPath.has(name) || required.has(name),
    schema: properties[name],
  }));
  return {
    summary: summary.en,
    description: summary.vi,
    operationId: `${method.toLowerCase()}${path.replace('/api', '').replaceAll(/[/{}.-]+(\w?)/g, (_all, next: string) => next.toUpperCase())}`,
    ...(permission === 'public' ? { security: [] } : { security: [{ bearer: [] }], 'x-permission': permission }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(method === 'POST' ? { requestBody: { required: true, content: bodyOf(body, whole) } } : {}),
    responses: {
      200: { description: 'OK', content: answerOf(output) },
      default: {
        description: 'What was wrong, field by field.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const file: Json = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };

function bodyOf(body: Contract['body'], schema: Json): Json {
  return body === 'stream' ? file : { 'application/json': { schema } };
}

function answerOf(output: Contract['output']): Json {
  return output === 'file' ? file : { 'application/json': { schema: jsonSchema(output, 'output') } };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return rest;
}
