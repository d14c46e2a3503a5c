import { expect, test } from 'vitest';
import { fieldTitle } from '#/domain/words/field-words.ts';
import { tableWords } from '#/domain/words/table-words.ts';
import { register } from '../parts.ts';
import { describeEnvelopeForm, describeForms } from './describe-form.ts';

const forms = describeForms(register.parts, register.kinds.values());

test('every field of every kind is called something in both languages, and so is every value it may have', () => {
  const nameless = forms.flatMap(({ kind, fields }) =>
    fields
      .filter(({ field }) => !field.endsWith('*'))
      .flatMap(({ field, values = [], labels = {} }) => [
        ...(fieldTitle(field, kind) === null ? [`${kind}: ${field}`] : []),
        ...values.filter((value) => labels[String(value)] === undefined).map((value) => `${kind}: ${field}=${value}`),
      ]),
  );
  expect(nameless).toEqual([]);
  for (const { field, labels, values = [] } of describeEnvelopeForm()) {
    expect(fieldTitle(field) ?? /^(recorded|source)/.exec(field), field).not.toBeNull();
    expect(Object.keys(labels ?? {}), field).toEqual(values);
  }
});

test('every part and every table of facts has a name', () => {
  expect(forms.filter(({ part, partTitle }) => partTitle.vi === part)).toEqual([]);
  expect(register.tables.filter(({ name }) => tableWords[name] === undefined).map(({ name }) => name)).toEqual([]);
});
