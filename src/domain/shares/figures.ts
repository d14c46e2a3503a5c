import { z } from 'zod';
import { type Figure, figure } from '#/kernel/figures/figure.ts';

type Args = Record<string, string>;

const AMONG = 'among.';

const reserved = (arg: string) => arg === 'of' || arg === 'among' || arg.startsWith(AMONG);

/** What is asked of the part, and what of the whole. */
const ofPart = (asked: Args): Args => Object.fromEntries(Object.entries(asked).filter(([arg]) => !reserved(arg)));
const ofWhole = (asked: Args): Args =>
  Object.fromEntries(
    Object.entries(asked)
      .filter(([arg]) => arg.startsWith(AMONG))
      .map(([arg, value]) => [arg.slice(AMONG.length), value]),
  );

/** Reports print a percentage beside nearly every number; the usual ones have figures of their own, all others this one. */
const share = figure({
  type: 'ratio',
  time: 'flow',
  name: 'share',
  title: { vi: 'Tỷ lệ của một số liệu trong một số liệu khác', en: 'Share of one count in another' },
  definition: {
    vi: 'Số liệu "of" (với các tham số nêu thêm) chia cho số liệu "among" (không nêu thì chính số liệu đó, không kèm tham số; tham số của nó viết among.TÊN), nhân 100. Ví dụ of=members-disciplined form=expulsion: tỷ lệ khai trừ trong số bị kỷ luật; of=admissions-by sex=female among=admissions: tỷ lệ nữ trong số kết nạp.',
    en: 'The count "of" (with the arguments given beside it), of the count "among" (if not given: the same one without arguments; its own arguments are written among.NAME), times 100. For example of=members-disciplined form=expulsion; of=admissions-by sex=female among=admissions.',
  },
  measure: 'percent',
  args: z.object({ of: z.string().min(1), among: z.string().min(1).optional() }).catchall(z.string()),
  numerator: { figure: { arg: 'of' }, only: ofPart },
  denominator: { figure: { arg: 'among', otherwise: 'of' }, only: ofWhole },
  decimals: 1,
});

export const shareFigures: readonly Figure[] = [share];
