import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { dayField, flagField } from '#/platform/contract/fields.ts';
import { bilingual, unitLabel } from '#/platform/contract/shapes.ts';

/** Whose templates; the code is that of `on`, of today unless told. */
const place = {
  unit: z.string().min(1),
  tenant: z.string().optional(),
  scope: z.string().optional(),
  on: dayField.optional(),
};
const name = z.string().min(1).meta({ description: 'A report: annual, form-1 …' });

const stored = z.object({
  unit: unitLabel,
  /** Levels above the unit asked for: 0 is its own. */
  depth: z.number(),
  validFrom: dayField,
  fileName: z.string(),
  uploadedAt: z.string(),
  uploadedBy: z.string(),
});

const finding = z.object({
  code: z.string(),
  field: z.string(),
  where: bilingual.nullable(),
  text: z.string(),
  message: bilingual,
  near: z.array(z.string()),
});
const check = z.object({ faults: z.array(finding), warnings: z.array(finding) });

export const listTemplates = contract({
  method: 'GET',
  path: '/api/templates',
  summary: {
    vi: 'Mẫu Word mà các biểu, báo cáo của đơn vị in theo',
    en: 'The Word templates by which the forms and reports of a unit are printed',
  },
  permission: 'reports.read',
  input: z.strictObject(place),
  output: z.object({
    templates: z.array(z.object({ name: z.string(), title: bilingual, own: stored.nullable() })),
  }),
});

export const templateFields = contract({
  method: 'GET',
  path: '/api/templates/{name}/fields',
  summary: { vi: 'Các trường mà mẫu của một báo cáo dùng được', en: 'The fields that a template of a report may have' },
  permission: 'reports.read',
  input: z.strictObject({ name }),
  output: z.object({ name: z.string(), fields: z.array(z.record(z.string(), z.unknown())) }),
});

export const templateFieldsFile = contract({
  method: 'GET',
  path: '/api/templates/{name}/fields/file',
  summary: { vi: 'Bảng các trường, tệp Word', en: 'The fields as a Word document' },
  permission: 'reports.read',
  input: z.strictObject({ name }),
  output: 'file',
});

export const readTemplate = contract({
  method: 'GET',
  path: '/api/templates/{name}/file',
  summary: {
    vi: 'Tải mẫu Word đang dùng của đơn vị, hoặc mẫu có sẵn (builtIn)',
    en: 'The Word template in force for a unit, or the built-in one (builtIn)',
  },
  permission: 'reports.read',
  input: z.strictObject({ ...place, name, unit: place.unit.optional(), builtIn: flagField }),
  output: 'file',
});

const fileName = z.string().min(1).max(200);
const declaredUnclassified = flagField.meta({
  description: 'the file is no secret of the State or the Party; 0 is refused, as is a name with a degree',
});

export const checkTemplate = contract({
  method: 'POST',
  path: '/api/templates/{name}/check',
  summary: {
    vi: 'Kiểm tra một mẫu Word mà không giữ lại: trường không có thì nêu tên và chỗ đứng',
    en: 'Check a Word template without keeping it: unknown fields are named with their places',
  },
  permission: 'templates.edit',
  body: 'stream',
  input: z.strictObject({ name, fileName: fileName.optional(), declaredUnclassified }),
  output: check,
});

export const putTemplate = contract({
  method: 'POST',
  path: '/api/templates/{name}',
  summary: {
    vi: 'Gửi mẫu Word riêng cho đơn vị và các đơn vị dưới nó; mẫu có lỗi thì không nhận',
    en: 'Put a Word template of its own for a unit and all under it; one with faults is refused',
  },
  permission: 'templates.edit',
  body: 'stream',
  input: z.strictObject({
    ...place,
    name,
    fileName,
    from: dayField.optional(),
    declaredUnclassified,
  }),
  output: z.object({ template: stored, warnings: z.array(finding) }),
});

export const removeTemplate = contract({
  method: 'POST',
  path: '/api/templates/{name}/remove',
  summary: {
    vi: 'Thôi dùng mẫu riêng của đơn vị, từ một ngày (mặc định hôm nay)',
    en: 'Stop using the unit’s own template, from a day on (today unless told)',
  },
  permission: 'templates.edit',
  input: z.strictObject({ ...place, name, from: dayField.optional() }),
  output: z.object({ template: stored.nullable() }),
});
