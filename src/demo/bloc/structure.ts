import type { ActInput } from '#/kernel/journal/act.ts';
import { addDays, type Day } from '#/platform/day.ts';
import { between, type Random } from '../random.ts';
import { workingDayBefore } from './calendar.ts';
import type { Streets } from './case.ts';
import { type BlocCell, isBodyOn, nameOn, type Organisation } from './tree.ts';

/** A unit founded before the register opened: by a paper of a few days before, of which only the number is known. */
export function foundedBefore(
  r: Random,
  on: Day,
  issuer: string,
  letters: string,
  unit: Record<string, unknown>,
): ActInput {
  const paper = {
    issuer,
    number: `${between(r, 12, 980)}-QĐ/${letters}`,
    issuedOn: workingDayBefore(addDays(on, -between(r, 3, 20))),
    type: 'Quyết định',
  };
  return { kind: 'unit.established', effectiveOn: on, paper, unit };
}

export const unitOf = (organisation: Organisation, on: Day): Record<string, unknown> => ({
  code: organisation.code,
  name: nameOn(organisation, on),
  kind: isBodyOn(organisation, on) ? 'grassroots-body' : 'grassroots-cell',
  type: organisation.type,
  ...(organisation.zone === undefined ? {} : { zone: organisation.zone }),
  parent: organisation.under,
});

export const unitOfCell = ({ code, name, organisation }: BlocCell): Record<string, unknown> => ({
  code,
  name,
  kind: 'cell',
  parent: organisation.code,
});

/** The organisations that are there when the register opens, with their cells. */
export function founding(
  r: Random,
  organisations: readonly Organisation[],
  opening: Day,
  committeeOf: (organisation: Organisation) => string,
): ActInput[] {
  const old = organisations.filter(({ founded }) => founded <= opening);
  return old.flatMap((organisation) => [
    foundedBefore(
      r,
      organisation.founded,
      committeeOf(organisation),
      'ĐUK',
      unitOf(organisation, organisation.founded),
    ),
    ...organisation.cells
      .filter((cell) => cell.code !== organisation.code && cell.from <= opening)
      .map((cell) => foundedBefore(r, cell.from, `Đảng ủy ${organisation.place}`, 'ĐU', unitOfCell(cell))),
  ]);
}

export interface City {
  code: string;
  name: string;
  committee: string;
  parent: string;
  founded: Day;
  wards: readonly string[];
}

const QUARTERS = 4;

/** The city in which the agencies sit: its wards, with some quarters each. */
export function city(r: Random, { code, name, committee, parent, founded, wards }: City): ActInput[] {
  const place = (ward: string) => `phường ${ward}`;
  return [
    foundedBefore(r, founded, committee, 'TU', { code, name, kind: 'district', parent }),
    ...wards.flatMap((ward, i) => {
      const body = `${code}.${String(i + 1).padStart(3, '0')}`;
      const unit = { code: body, name: `Đảng bộ ${place(ward)}`, kind: 'grassroots-body', type: 'ward', parent: code };
      return [
        foundedBefore(r, founded, committee, 'ThU', unit),
        ...Array.from({ length: QUARTERS }, (_, n) =>
          foundedBefore(r, founded, `Đảng ủy ${place(ward)}`, 'ĐU', {
            code: `${body}.${String(n + 1).padStart(2, '0')}`,
            name: `Chi bộ tổ dân phố số ${n + 1}`,
            kind: 'cell',
            parent: body,
          }),
        ),
      ];
    }),
  ];
}

export const streetsOf = ({ code, wards, committee }: City): Streets => ({
  cells: wards.flatMap((ward, i) =>
    Array.from({ length: QUARTERS }, (_, n) => ({
      code: `${code}.${String(i + 1).padStart(3, '0')}.${String(n + 1).padStart(2, '0')}`,
      name: `Chi bộ tổ dân phố số ${n + 1}, phường ${ward}`,
    })),
  ),
  office: `Ban Tổ chức ${committee}`,
});

export const inOrder = (lines: readonly ActInput[]): ActInput[] =>
  [...lines].sort((a, b) =>
    a.effectiveOn === b.effectiveOn ? 0 : String(a.effectiveOn) < String(b.effectiveOn) ? -1 : 1,
  );
