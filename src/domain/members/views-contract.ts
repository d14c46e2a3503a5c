import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { memberColumns, memberFilters, memberSorts } from './list-contract.ts';

/** How a list is asked, whatever the day: what stands in the page's address without day and page. */
const view = z.strictObject({
  unit: z.string().min(1).optional(),
  filters: z.strictObject(memberFilters),
  columns: z.array(z.enum(memberColumns)).min(1),
  sort: z.enum(memberSorts),
});

const savedView = z.object({
  id: z.string(),
  name: z.string(),
  isShared: z.boolean(),
  /** Only whoever made it may change it. */
  isMine: z.boolean(),
  view,
});
export type SavedView = z.infer<typeof savedView>;

const tenant = z.string().optional();
const name = z.string().trim().min(1).max(200);

export const listViews = contract({
  method: 'GET',
  path: '/api/people/views',
  summary: {
    vi: 'Các danh sách đã lưu: của mình và dùng chung trong sổ',
    en: 'Saved lists: one’s own and those shared',
  },
  permission: 'views.keep',
  input: z.strictObject({ tenant }),
  output: z.object({ views: z.array(savedView) }),
});

/** Throws `view.name-taken`. */
export const saveView = contract({
  method: 'POST',
  path: '/api/people/views',
  summary: { vi: 'Lưu một danh sách dưới một tên', en: 'Save a list under a name' },
  permission: 'views.keep',
  input: z.strictObject({ tenant, name, isShared: z.boolean().default(false), view }),
  output: savedView,
});

/** Another name, shared or not, other contents: what is given changes. Throws `view.unknown`, `view.name-taken`. */
export const changeView = contract({
  method: 'POST',
  path: '/api/people/views/{id}',
  summary: { vi: 'Sửa một danh sách đã lưu của mình', en: 'Change a saved list of one’s own' },
  permission: 'views.keep',
  input: z.strictObject({
    id: z.uuid(),
    tenant,
    name: name.optional(),
    isShared: z.boolean().optional(),
    view: view.optional(),
  }),
  output: savedView,
});

export const deleteView = contract({
  method: 'POST',
  path: '/api/people/views/{id}/delete',
  summary: { vi: 'Xóa một danh sách đã lưu của mình', en: 'Delete a saved list of one’s own' },
  permission: 'views.keep',
  input: z.strictObject({ id: z.uuid(), tenant }),
  output: z.object({}),
});
