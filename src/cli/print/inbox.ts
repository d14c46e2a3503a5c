import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import type { Attention } from '#/reports/home/contract.ts';
import type { InboxLine, InboxShown } from '#/reports/inbox/contract.ts';
import type { Terminal } from '../terminal.ts';
import { columns } from './columns.ts';

/** What waits and what comes due, for whom, by when. */
export function inboxText({ language, words }: Terminal, inbox: InboxShown, figures: Catalogue): string {
  const say = words.inbox;
  const head = `${inbox.unit === null ? say.whole : `${inbox.unit.code} ${inbox.unit.name}`}, ${day(inbox.on)}`;
  if (inbox.lines.length + inbox.due.length === 0) return `${head}\n${say.none}`;
  const waiting = columns(
    [{ title: say.what }, { title: say.whom }, { title: say.unit }, { title: say.due }, { title: say.by }],
    inbox.lines.map((line) => waitingRow(line)),
  );
  const due = inbox.due.flatMap((one) => dueLines(one));
  return [
    head,
    ...(waiting === '' ? [] : [say.waiting, waiting]),
    ...(due.length === 0 ? [] : [say.comesDue, ...due]),
  ].join('\n');

  function waitingRow({ what, about, unit, due: by, by: who, note }: InboxLine): string[] {
    const where = unit === null ? '' : `${unit.code} ${unit.name}`;
    return [what[language], about ?? '', where, by === null ? '' : day(by), [who, note].filter(Boolean).join(': ')];
  }

  function dueLines({ figure, sort, count, to, instrument, first }: Attention): string[] {
    const rule = instrument === null ? '' : ` (${instrument})`;
    const names = first.map(({ label, unit, on }) =>
      [label ?? say.hidden, unit?.code, on === null ? null : day(on)].filter(Boolean).join(', '),
    );
    const more = count > names.length ? ` … (${count})` : '';
    return [
      `  [${say.sorts[sort]}] ${figures.get(figure).title[language]}: ${count}, ${day(to)}${rule}`,
      ...(names.length === 0 ? [] : [`      ${names.join('; ')}${more}`]),
    ];
  }
}

const day = (text: string): string => text.slice(0, 10).split('-').reverse().join('/');
