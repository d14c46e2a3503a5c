import { kindLabels, typeLabels } from '#/domain/units/contract.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { codeText, listOf, oneOf, partly, text, wholeDay } from './cell-types.ts';
import { type Column, column, type Draft } from './columns.ts';

const kinds = listOf(kindLabels, { cell: ['Chi bộ', 'Chi bộ trực thuộc'] });

/** The sheet "Tổ chức": one row a unit, one act unit.established. */
export const unitColumns: readonly Column[] = [
  column('Mã', ['unit', 'code'], codeText, 'Mã tổ chức đảng, không trùng.', {
    isRequired: true,
    also: ['Mã tổ chức', 'Mã tổ chức đảng'],
  }),
  column('Tên', ['unit', 'name'], text, 'Tên đầy đủ của tổ chức đảng.', {
    isRequired: true,
    also: ['Tên tổ chức', 'Tên tổ chức đảng'],
  }),
  column('Loại', ['unit', 'kind'], oneOf(kinds), 'Cấp, loại tổ chức đảng.', {
    isRequired: true,
    also: ['Loại tổ chức', 'Cấp'],
  }),
  column(
    'Loại hình',
    ['unit', 'type'],
    oneOf(listOf(typeLabels)),
    'Loại hình tổ chức cơ sở đảng theo Biểu số 5-BTCTW.',
  ),
  column('Khu vực', ['unit', 'zone'], text, 'Mã khu vực, ví dụ industrial: trong khu công nghiệp.'),
  column(
    'Mã cấp trên',
    ['unit', 'parent'],
    codeText,
    'Mã của tổ chức đảng cấp trên trực tiếp; để trống ở tổ chức cao nhất của sổ.',
  ),
  column('Ngày thành lập', ['effectiveOn'], wholeDay, 'Ngày tổ chức bắt đầu hoạt động; để trống thì lấy ngày mở sổ.'),
  column('Số quyết định', ['paper', 'number'], text, 'Số, ký hiệu quyết định thành lập.'),
  column('Ngày quyết định', ['paper', 'issuedOn'], partly, 'Ngày ký quyết định.'),
  column('Cơ quan quyết định', ['paper', 'issuer'], text, 'Cơ quan ra quyết định; cần có khi ghi số quyết định.', {
    also: ['Cơ quan ban hành'],
  }),
];

export function unitAct(draft: Draft): ActInput {
  return { kind: 'unit.established', ...draft };
}
