import { z } from 'zod';
import { type Figure, figure } from '#/kernel/figures/figure.ts';
import { flagDirections, transferFlags } from '../acts/flagged.ts';

const transfersFlagged = figure({
  type: 'count',
  of: 'person',
  counts: 'occurrences',
  place: 'subject',
  time: 'flow',
  name: 'transfers-flagged',
  title: {
    vi: 'Lượt chuyển sinh hoạt chưa đúng quy định, giả mạo',
    en: 'Transfers not by the rules or forged',
  },
  definition: {
    vi: 'Số lượt chuyển sinh hoạt chính thức đến, đi (direction) bị phát hiện chưa đúng quy định hoặc giả mạo (flag). Tính vào ngày và nơi của chính lượt chuyển: đến thì ngày và chi bộ tiếp nhận, đi thì ngày và chi bộ cấp giấy, dù phát hiện sau. Mục IV Biểu 7.',
    en: 'Permanent transfers in or out (direction) found not to follow the rules, or forged (flag). Counts on the day and at the place of the transfer itself (in: receipt and receiving cell; out: letter and sending cell), however late it was found. Form 7, part IV.',
  },
  instrument: '11-HD/BTCTW, 13/12/2021',
  measure: 'occurrences',
  args: z.strictObject({ direction: z.enum(flagDirections).optional(), flag: z.enum(transferFlags).optional() }),
  partition: [{ arg: 'direction' }, { arg: 'flag' }],
  rows: ({ db, table }, { direction, flag }) => {
    let rows = db
      .selectFrom(table('transferFlag', 'f'))
      .select(['f.actId as id', 'f.personId as subjectId', 'f.unitId', 'f.onDay as day', 'f.actId as actId']);
    if (direction !== undefined) rows = rows.where('f.direction', '=', direction);
    if (flag !== undefined) rows = rows.where('f.flag', '=', flag);
    return rows;
  },
});

export const flagFigures: readonly Figure[] = [transfersFlagged];
