import { z } from 'zod';
import type { Act } from '#/kernel/journal/act.ts';
import type { CheckContext } from '#/kernel/rulebook/check.ts';
import { fixedClock } from '#/platform/clock.ts';
import { today } from '#/platform/day.ts';
import type { IssuedBody } from './contract.ts';
import { markAmong, markIn } from './secrecy.ts';

// What the rulebook (db/seed/rulebook/documents.json) asks of a document.

export function checkIssued(act: Act<IssuedBody>, ctx: CheckContext): void {
  checkSecrecy(act, ctx);
  const rule = ctx.rule('paper.date-required', act.effectiveOn);
  if (rule?.value === true && act.paper?.issuedOn?.length !== 10)
    ctx.broken(rule, 'paper.issuedOn', {
      vi: 'Văn bản phải ghi đủ ngày, tháng, năm.',
      en: 'The paper needs its date, with the day.',
    });
}

/**
 * No secret is kept on a computer that is connected to others (29/2018/QH14, 117/2025/QH15, article 5): not its text, for
 * which there is no field, and not that it exists. Keeping is what is forbidden, so the law is that of the day on which
 * it would be recorded, whatever the paper's date.
 */
function checkSecrecy({ paper, body, note, recordedAt }: Act<IssuedBody>, ctx: CheckContext): void {
  const rule = ctx.rule('document.secrecy-marks', today(fixedClock(recordedAt)));
  if (rule === null) return;
  const marks = z.array(z.string()).parse(rule.value);
  const found = [
    ['paper.number', markIn(paper?.number ?? '', marks)],
    ['paper.type', markIn(paper?.type ?? '', marks)],
    ['paper.abstract', markAmong(paper?.abstract ?? '', marks)],
    ['subject', markAmong(body.subject ?? '', marks)],
    ['note', markAmong(note ?? '', marks)],
  ] as const;
  for (const [field, mark] of found)
    if (mark !== null)
      ctx.broken(rule, field, {
        vi: `Có dấu "${mark}": không ghi văn bản mật vào sổ này.`,
        en: `Marked "${mark}": a classified paper is never recorded here.`,
      });
}
