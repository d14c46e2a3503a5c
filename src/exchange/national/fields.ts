import { type Catalogue, catalogues } from '#/domain/catalogues/api.ts';
import { type CellType, digits, oneOf, partly, text } from '#/exchange/tables/cell-types.ts';
import type { Field } from './layout.ts';

// The fields that national lists have in common, by their place in what a row says.

function field<V>(path: readonly string[], type: CellType<V>, more: Partial<Field> = {}): Field {
  return { path, type: type as CellType, ...more };
}

export const ofPerson = <V>(name: string, type: CellType<V>, more?: Partial<Field>) =>
  field(['person', name], type, more);

/** Any text: where it stands among others, only its place tells what it is. */
export const openText = (path: readonly string[], look?: RegExp) =>
  field(path, text, { isOpen: true, ...(look === undefined ? {} : { look }) });

export const detail = (name: string) => openText(['person', 'details', name]);

export const listed = (name: keyof typeof catalogues) => ofPerson(name, oneOf(catalogues[name] as Catalogue));

export const name = openText(['person', 'name']);
export const admittedOn = ofPerson('admittedOn', partly);
export const officialOn = ofPerson('officialOn', partly);
export const born = ofPerson('born', partly);

/** The address of the two-level model: `part` is country, province, commune or detail. */
export const address = (of: string, part: string) =>
  field(['person', of, part], text, { isSensitive: true, isOpen: true });

export const citizenId = ofPerson('citizenId', digits([12], true), { isSensitive: true });
export const oldIdentityNumber = ofPerson('oldIdentityNumber', digits([9, 12], true), { isSensitive: true });

export const card = (scheme: string, part: 'number' | 'issuedOn' | 'issuedAt', type: CellType<string> = text) =>
  field(['cards', scheme, part], type);

/** What the register says of a member beside the record (see listed-members.ts). */
export const said = <V>(path: readonly string[], type: CellType<V>) => field(path, type);
