import type { FieldDescription, FieldType } from '#/server/describe-fields.ts';

export type DocumentedField = FieldDescription & { en?: string };

const names: Record<FieldType, string> = {
  text: 'text',
  id: 'id (UUID)',
  day: 'day `YYYY-MM-DD`',
  'partial-day': '`YYYY`, `YYYY-MM` or `YYYY-MM-DD`',
  'whole-number': 'whole number',
  number: 'number',
  'yes-no': '`true` / `false`',
  choice: 'one of',
  unit: 'unit: id or code',
  person: 'person: id or code',
  'new-unit': '[new unit](#new-unit)',
  'new-person': '[new person](#new-person)',
  object: 'object',
  anything: 'anything',
};

const closedListOver = 12;

/** Fields as a Markdown table. */
export function fieldTable(fields: readonly DocumentedField[]): string {
  if (fields.length === 0) return 'No fields of its own.';
  return ['| field | type | required | meaning |', '|---|---|---|---|', ...fields.map(row)].join('\n');
}

function row({ field, types, isList, required, values, vi, en, sensitive, default: given }: DocumentedField): string {
  const type = types.map((one) => names[one]).join(', or ');
  const listed = (values ?? []).map((value) => `\`${value}\``);
  const closed =
    listed.length > closedListOver
      ? ` ${listed.length} ([lists](#closed-lists))`
      : listed.length > 0
        ? `: ${listed.join(' ')}`
        : '';
  const meaning = [vi, en].filter((text) => text !== undefined).join(' · ');
  const remarks = [
    given === undefined ? undefined : `default \`${JSON.stringify(given)}\``,
    sensitive === undefined ? undefined : 'kept sealed',
  ].filter((text) => text !== undefined);
  const cells = [
    `\`${field}\``,
    `${isList ? 'list of ' : ''}${type}${closed}`,
    required ? 'yes' : '',
    [meaning, ...remarks].filter((text) => text !== '').join('; '),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
