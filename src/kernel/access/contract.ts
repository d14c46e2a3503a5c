import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { bilingual, unitLabel } from '#/platform/contract/shapes.ts';

export const health = contract({
  method: 'GET',
  path: '/api/health',
  summary: { vi: 'Máy chủ và cơ sở dữ liệu có trả lời không', en: 'Whether server and database answer' },
  permission: 'public',
  input: z.strictObject({}),
  output: z.object({ status: z.literal('ok') }),
});

export const apiDocument = contract({
  method: 'GET',
  path: '/api/openapi.json',
  summary: { vi: 'Tài liệu OpenAPI này', en: 'This OpenAPI document' },
  permission: 'public',
  isCompressed: true,
  input: z.strictObject({}),
  output: z.record(z.string(), z.unknown()),
});

/** Who works here, in which capacity. */
export const readSession = contract({
  method: 'GET',
  path: '/api/session',
  summary: { vi: 'Phiên đang mở', en: 'The open session' },
  permission: 'signed-in',
  input: z.strictObject({}),
  output: z.object({
    actor: z.string(),
    today: z.string(),
    version: z.string(),
    isOperator: z.boolean().meta({ description: 'whoever owns the data folder: everything, everywhere' }),
    role: z.string().nullable().meta({ description: 'null: the operator, or none is chosen' }),
    title: bilingual.nullable(),
    unit: unitLabel.nullable().meta({ description: 'the place of the role; null: the whole register' }),
    tenant: z.string().nullable(),
    needsSecondFactor: z.boolean().meta({ description: 'the role asks for more than the session was opened with' }),
    permissions: z
      .array(z.string())
      .meta({ description: 'what the capacity may do, so that screens offer nothing else' }),
    permissionNames: z.record(z.string(), bilingual).meta({ description: 'of all permissions, for whoever lacks one' }),
    records: z.array(z.string()).meta({ description: 'the kinds of acts that it records' }),
    proposes: z.array(z.string()).meta({ description: 'the kinds of acts that it proposes, and others record' }),
  }),
});

export const endSession = contract({
  method: 'POST',
  path: '/api/session/end',
  summary: { vi: 'Kết thúc phiên của trình duyệt này', en: 'End the session of this browser' },
  permission: 'signed-in',
  input: z.strictObject({}),
  output: z.object({
    ended: z.boolean(),
    leaveAt: z
      .string()
      .nullable()
      .meta({ description: 'Where the identity provider that opened it signs the browser out too.' }),
  }),
});

export const makeLink = contract({
  method: 'POST',
  path: '/api/session/links',
  summary: { vi: 'Tạo một liên kết dùng một lần để mở trang', en: 'Make a one-time link that opens the page' },
  permission: 'links.make',
  input: z.strictObject({}),
  output: z.object({ path: z.string() }),
});

export const listTenants = contract({
  method: 'GET',
  path: '/api/tenants',
  summary: {
    vi: 'Các sổ: mỗi sổ của một đảng bộ trực thuộc Trung ương',
    en: 'The registers, one for each committee directly under the Central Committee',
  },
  permission: 'signed-in',
  input: z.strictObject({}),
  output: z.object({
    tenants: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        opensOn: z.string().nullable().meta({ description: 'The first day on which a member was registered.' }),
        latestOn: z
          .string()
          .nullable()
          .meta({ description: 'The last day up to today on which anything happened to a member.' }),
        lastRecordedAt: z.string().nullable(),
      }),
    ),
  }),
});
