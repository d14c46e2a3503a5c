import type { z } from 'zod';
import type { Correctable, listCorrectable } from '#/domain/members/correction-contract.ts';
import { plainFieldNames, recordFieldNames } from '#/domain/members/record-fields.ts';
import { sheetDetails } from '#/domain/words/detail-words.ts';
import type { KindField } from '#/kernel/journal/contract.ts';
import { isSealed } from '#/kernel/journal/sensitive.ts';
import { today } from '#/platform/day.ts';
import type { Api } from '../api.ts';
import { describeForms } from '../recording/describe-form.ts';
import type { Workplace } from '../workplace.ts';
import { classOf, labelOf, mayBeEmpty, writtenValue } from './field.ts';
import { seenBy, whose } from './seen.ts';
import { type Standing, standing, standingOf } from './standing.ts';

/** What may be asked about a record, from what the acts that follow declare. Throws `person.unknown`, `self.not-tied`. */
export async function correctable(asked: z.output<typeof listCorrectable.input>, api: Api): Promise<Correctable> {
  const { installation } = api;
  const seen = await seenBy(api, asked);
  const person = whose(seen, asked.person);
  const known = await seen.read((tx) => standingOf(tx, person, today(installation.clock)));
  const own = fieldsOfRecord(installation);
  const texts = detailsOf(known);
  const names = [...own.filter(({ field }) => !field.includes('.')).map(({ field }) => field), ...texts];
  return {
    person,
    name: String(known.record.name),
    fields: [...own, ...texts.map(asText)],
    items: names.map((field) => itemOf(known, field)),
  };
}

/** The fields of `record` in `member.corrected`, as its form asks for them. */
function fieldsOfRecord({ register }: Workplace): KindField[] {
  const kind = register.kinds.get('member.corrected');
  const [form] = kind === undefined ? [] : describeForms(register.parts, [kind]);
  const inside = (form?.fields ?? []).flatMap((field) =>
    field.field.startsWith('record.') ? { ...field, field: field.field.slice('record.'.length) } : [],
  );
  return inside.filter(({ field }) => recordFieldNames.has(field.split(/[.[]/)[0] as string));
}

/** The texts of the record sheet, and what else this record holds. */
function detailsOf({ record }: Standing): string[] {
  const details = (record.details ?? {}) as Record<string, unknown>;
  const others = Object.keys(details).filter((name) => typeof details[name] === 'string');
  return [...new Set([...Object.keys(sheetDetails), ...others])];
}

const asText = (field: string): KindField => ({
  ...{ field, types: ['text'], isList: false, required: false },
  title: labelOf(field),
});

const plain: ReadonlySet<string> = new Set<string>(['name', ...plainFieldNames]);

function itemOf(known: Standing, field: string): Correctable['items'][number] {
  const value = standing(known, field);
  const isSensitive = classOf(field) !== null;
  const own = plain.has(field) ? 'sheet' : 'number';
  return {
    field,
    label: labelOf(field),
    group: isSensitive ? 'sensitive' : recordFieldNames.has(field) ? own : 'detail',
    now: isSensitive ? null : writtenValue(field, value),
    isSealed: isSensitive && isSealed(value),
    mayBeEmpty: mayBeEmpty(field),
  };
}
