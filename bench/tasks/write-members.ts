import { createWriteStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { province } from '#/demo/province.ts';
import { type Draft, take } from '#/exchange/tables/columns.ts';
import { memberColumns } from '#/exchange/tables/member-columns.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import type { Cell } from '#/platform/documents/table.ts';
import { writeSheet } from '#/platform/documents/xlsx-writer.ts';
import { asChild } from '../child.ts';
import { timed } from '../numbers.ts';

interface Input {
  file: string;
  members: number;
}

/** The opening balance of a province as a workbook in our template, one row a member. */
await asChild(({ file, members }: Input) =>
  timed(async () => {
    const columns = memberColumns.map(({ heading, type }) => ({ heading, hasDays: type.hasDays }));
    await pipeline(writeSheet('Đảng viên', columns, rows(members)), createWriteStream(file));
    return { bytes: statSync(file).size };
  }),
);

function* rows(members: number): Generator<Cell[]> {
  for (const line of province({ members })) {
    if (line.kind === 'unit.established') continue;
    if (line.kind !== 'member.registered') return;
    const draft = draftOf(line);
    yield memberColumns.map(({ path, type }) => {
      const value = take(draft, path);
      return value === undefined ? null : type.show(value);
    });
  }
}

/** The demo's people are brief; the lists of the clean-up of 2025 have addresses too. */
function draftOf({ effectiveOn, cell, status, person }: ActInput): Draft {
  const { cards = [], ...rest } = person as Draft & { cards?: { scheme: string }[] };
  const home = { country: 'Việt Nam', province: 'Phương Mẫu', commune: 'xã An Lạc' };
  const record = { ...rest, hometown: home, residence: { ...home, detail: 'thôn 3' } };
  return {
    effectiveOn,
    cell,
    status,
    person: record,
    cards: Object.fromEntries(cards.map((card) => [card.scheme, card])),
  };
}
