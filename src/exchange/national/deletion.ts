import { CellFault, type CellType } from '#/exchange/tables/cell-types.ts';

const no = new Set(['không', 'ko', 'no', '0', '-']);

/** "Đề nghị xóa": a row that somebody asks to be taken off the national list is no member to register. */
export const deletion: CellType<undefined> = {
  read: (cell) => {
    if (no.has(String(cell).toLowerCase())) return undefined;
    throw new CellFault(
      'member.to-be-deleted',
      'asks for this row to be taken off the list: leave the row out, or empty this cell if the person is a member here',
    );
  },
  show: () => null,
  form: 'có, nếu đề nghị xóa',
};
