import { wordsOfClass } from '#/kernel/access/class-words.ts';
import type { Figure } from '#/kernel/figures/figure.ts';
import { Problem } from '#/platform/errors.ts';
import type { Workplace } from './workplace.ts';

/** A number is open to more than the names behind it: of some figures only who sees a class of sensitive values reads those. Throws `names.not-yours`. */
export function mustName({ holds }: Pick<Workplace, 'holds'>, figure: Figure | undefined): void {
  const needed = figure?.type === 'count' ? figure.namesNeed : undefined;
  if (figure === undefined || needed === undefined || holds(needed)) return;
  const { vi, en } = wordsOfClass[needed];
  throw new Problem('names.not-yours', `Who is counted in ${figure.name} is told only to roles that see: ${en}.`, {
    status: 403,
    vi: `Danh sách tên của số liệu “${figure.title.vi}” chỉ mở với vai trò được xem ${vi}.`,
  });
}
