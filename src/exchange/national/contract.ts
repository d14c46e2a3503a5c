import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { dayField } from '#/platform/contract/fields.ts';
import { unitLabel } from '#/platform/contract/shapes.ts';

// Lists of members as files.

const list = {
  layout: z.enum(['template', 'clean-up-33', '7-hsdv']).default('template').meta({
    description: 'template: our own columns; clean-up-33: the 33-column clean-up list; 7-hsdv: the register 7-HSĐV.',
  }),
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  unit: z
    .string()
    .optional()
    .meta({ description: 'Members of this unit and all under it; without it, of all in sight.' }),
  on: dayField.optional(),
  goneSince: dayField.optional().meta({
    description: 'Not of the template: with those who moved away, left the Party or died since this day.',
  }),
  tenant: z.string().optional(),
  scope: z.string().optional(),
};

export const membersFile = contract({
  method: 'GET',
  path: '/api/members/file',
  summary: {
    vi: 'Danh sách đảng viên vào một ngày thành tệp; giá trị mật được che',
    en: 'The members on a day as a file; sensitive values are masked',
  },
  permission: 'members.export',
  input: z.strictObject(list),
  output: 'file',
});

const listRow = z.union([z.object({ group: z.string() }), z.object({ cells: z.array(z.string()) })]);

export const readMembersList = contract({
  method: 'GET',
  path: '/api/members/list',
  summary: {
    vi: 'Danh sách đảng viên vào một ngày theo mẫu quốc gia, để đọc trên màn hình; giá trị mật được che',
    en: 'The members on a day in a national layout, to be read on a screen; sensitive values are masked',
  },
  permission: 'members.read',
  input: z.strictObject({
    layout: z.enum(['clean-up-33', '7-hsdv']).default('7-hsdv'),
    unit: z.string(),
    on: dayField.optional(),
    goneSince: list.goneSince,
    tenant: z.string().optional(),
    scope: z.string().optional(),
  }),
  output: z.object({
    title: z.string(),
    mark: z.string(),
    unit: unitLabel,
    superior: z.string().nullable(),
    on: dayField,
    instrument: z.string(),
    columns: z.array(
      z.object({
        no: z.number(),
        heading: z.string(),
        width: z.number().meta({ description: 'Its part of the width of the page, in characters.' }),
      }),
    ),
    count: z.number(),
    rows: z
      .array(listRow)
      .meta({ description: 'A line that names the cell of those below it, or the cells of a member.' }),
    signatures: z.array(z.string()),
  }),
});
export type MembersListShown = z.infer<typeof readMembersList.output>;

export const revealedMembersFile = contract({
  method: 'POST',
  path: '/api/members/file',
  summary: {
    vi: 'Danh sách đảng viên với giá trị mật ghi rõ; lý do được ghi vào nhật ký truy cập trước khi gửi tệp',
    en: 'The members with sensitive values in plain; the reason is in the access log before the file leaves',
  },
  permission: 'members.reveal',
  input: z.strictObject({ ...list, reason: z.string().trim().min(1).max(1_000) }),
  output: 'file',
});
