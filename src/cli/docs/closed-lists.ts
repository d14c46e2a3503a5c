import { catalogues } from '#/domain/catalogues/api.ts';
import { levelLabels, omissionLabels } from '#/domain/classification/levels.ts';
import { kindLabels, typeLabels } from '#/domain/units/contract.ts';
import type { Bilingual } from '#/kernel/journal/kind.ts';

/** The codes of closed lists with what they stand for, as Markdown. */
export function closedLists(): string {
  const records = Object.entries(catalogues).map(([field, { vi, en, source, entries }]) =>
    list(
      `person.${field}`,
      `${vi} · ${en} (${source})`,
      entries.map(({ code, ...label }) => [code, label]),
    ),
  );
  return [
    list('unit kind', 'Cấp, loại tổ chức đảng · place in the system', Object.entries(kindLabels)),
    list('unit type', 'Loại hình, các dòng của biểu số 5 · rows of Form 5', Object.entries(typeLabels)),
    list('level', 'Mức xếp loại · levels of classification', Object.entries(levelLabels)),
    list('omitted', 'Lý do không xếp loại · why not classified', Object.entries(omissionLabels)),
    ...records,
  ].join('\n');
}

function list(name: string, title: string, entries: readonly (readonly [string, Bilingual])[]): string {
  return `### ${name}\n\n${title}\n\n| code | Vietnamese | English |\n|---|---|---|\n${entries.map(([code, { vi, en }]) => `| \`${code}\` | ${vi} | ${en} |`).join('\n')}\n`;
}
