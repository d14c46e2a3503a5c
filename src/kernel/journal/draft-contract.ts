import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { unitLabel } from '#/platform/contract/shapes.ts';

const place = { tenant: z.string().optional(), scope: z.string().optional() };

const draft = z.object({
  id: z.uuid(),
  kind: z.string(),
  title: z.string().meta({ description: 'whom or what it is about, as the writer sees it in the list' }),
  many: z.number().optional().meta({ description: 'for how many people or units; not there: the form of one act' }),
  isShared: z.boolean(),
  isOwn: z.boolean(),
  owner: z.string(),
  savedAt: z.string(),
});
export type DraftLine = z.infer<typeof draft>;

export const listDrafts = contract({
  method: 'GET',
  path: '/api/act-drafts',
  summary: { vi: 'Các bản nháp của mình và những bản dùng chung', en: 'One’s own drafts, and the shared ones' },
  permission: 'acts.post',
  input: z.strictObject(place),
  output: z.object({ drafts: z.array(draft) }),
});

export const readDraft = contract({
  method: 'GET',
  path: '/api/act-drafts/{id}',
  summary: { vi: 'Một bản nháp', en: 'A draft' },
  permission: 'acts.post',
  input: z.strictObject({ ...place, id: z.uuid() }),
  output: draft.extend({ body: z.record(z.string(), z.unknown()) }),
});

export const saveDraft = contract({
  method: 'POST',
  path: '/api/act-drafts',
  summary: {
    vi: 'Lưu bản nháp của một việc; bản dùng chung không giữ các giá trị mật',
    en: 'Save the draft of an act; a shared one keeps no sensitive values',
  },
  permission: 'acts.post',
  input: z.strictObject({
    ...place,
    id: z.uuid(),
    kind: z.string(),
    title: z.string().max(500),
    isShared: z.boolean().default(false),
    many: z.number().int().min(0).optional(),
    body: z.record(z.string(), z.unknown()).meta({ description: 'the form as it stands, up to 1 MB' }),
  }),
  output: draft,
});

export const deleteDraft = contract({
  method: 'POST',
  path: '/api/act-drafts/{id}/delete',
  summary: { vi: 'Bỏ một bản nháp', en: 'Throw a draft away' },
  permission: 'acts.post',
  input: z.strictObject({ ...place, id: z.uuid() }),
  output: z.object({ deleted: z.boolean() }),
});

export const labelPerson = contract({
  method: 'GET',
  path: '/api/person-label/{person}',
  summary: {
    vi: 'Một người trong sổ, vừa đủ để nhận ra: tên, ngày sinh, nơi sinh hoạt',
    en: 'A person of the register, enough to be told from namesakes: name, birth, cell',
  },
  permission: 'members.read',
  input: z.strictObject({ ...place, person: z.uuid(), on: z.string().optional() }),
  output: z.object({
    person: z.string(),
    code: z.string().nullable(),
    name: z.string(),
    born: z.string().nullable(),
    unit: unitLabel.nullable(),
    status: z.string().nullable(),
  }),
});
export type PersonLabel = z.infer<typeof labelPerson.output>;

export const readActForm = contract({
  method: 'GET',
  path: '/api/acts/{id}/form',
  summary: {
    vi: 'Một việc như biểu của nó hiển thị để đính chính; giá trị mật vẫn niêm',
    en: 'An act as its form shows it, to be corrected; sensitive values stay sealed',
  },
  permission: 'acts.post',
  input: z.strictObject({ ...place, id: z.uuid() }),
  output: z.object({ kind: z.string(), line: z.record(z.string(), z.unknown()) }),
});
export type ActForm = z.infer<typeof readActForm.output>;
