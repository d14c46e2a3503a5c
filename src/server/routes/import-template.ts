import * as contract from '#/exchange/tables/contract.ts';
import { importTemplate as templateOf } from '#/exchange/tables/import-template.ts';
import { route } from '../api.ts';

const names = { units: 'mau-nhap-to-chuc-dang.xlsx', members: 'mau-nhap-dang-vien.xlsx' };

export const importTemplate = route(contract.importTemplate, async ({ kind }) => ({
  name: names[kind],
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  body: Buffer.from(await templateOf(kind)),
}));
