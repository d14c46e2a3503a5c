import type { ActInput } from '#/kernel/journal/act.ts';
import { linesOf, numberPapers, withIds } from './drafts.ts';
import { random } from './random.ts';
import type { Grassroots, Roster } from './roster.ts';
import {
  draftAdmissions,
  draftDepartures,
  draftDuties,
  draftRecognitions,
  draftTransfers,
  makeWardCase,
} from './ward/acts.ts';
import { draftGrades } from './ward/grades.ts';
import { ENDS_IN_2026, FOUNDED, PROVINCE, RETYPED, WARD, wardOrganisations, wardRoster } from './ward/tree.ts';

/** A ward of the shape of 2026: some 2,500 members, 89 organisations. */
export function* ward({ seed = 2026, members = 2500 }: { seed?: number; members?: number } = {}): Generator<ActInput> {
  if (!Number.isInteger(members) || members < 500 || members > 20_000)
    throw new RangeError(`this ward has from 500 to 20,000 members, not ${members}`);
  yield* withIds(lines(seed, members), 'ward', String(seed), String(members));
}

function* lines(seed: number, members: number): Generator<ActInput> {
  const organisations = wardOrganisations();
  const roster = wardRoster(seed, organisations, members);
  const the = makeWardCase(random(seed, 6, 0), roster);
  draftRecognitions(the);
  draftAdmissions(the);
  draftDepartures(the);
  draftTransfers(the);
  draftDuties(the);
  draftGrades(the, organisations);
  numberPapers(random(seed, 7, 0), the.drafts);
  yield* founding(organisations);
  yield* openingBalance(roster);
  yield* insert(linesOf(the.drafts), retyping(organisations));
}

function* founding(organisations: readonly Grassroots[]): Generator<ActInput> {
  const paper = {
    issuer: 'Ban Thường vụ Tỉnh ủy Vân Mẫu',
    number: '02-QĐ/TU',
    issuedOn: '2025-06-30',
    type: 'Quyết định',
  };
  const act = (unit: Record<string, unknown>): ActInput => ({
    kind: 'unit.established',
    effectiveOn: FOUNDED,
    paper,
    unit,
  });
  yield act({ code: PROVINCE, name: 'Đảng bộ tỉnh Vân Mẫu', kind: 'provincial' });
  yield act({ code: WARD, name: 'Đảng bộ phường Sông Mới', kind: 'commune', type: 'ward', parent: PROVINCE });
  for (const { code, name, kind, type, cells } of organisations) {
    yield act({ code, name, kind, type, parent: WARD });
    if (kind === 'grassroots-cell') continue;
    for (const cell of cells) yield act({ code: cell.code, name: cell.name, kind: 'cell', parent: code });
  }
}

function* openingBalance(roster: Roster): Generator<ActInput> {
  const paper = {
    issuer: 'Đảng ủy phường Sông Mới',
    number: '01-BC/ĐU',
    issuedOn: FOUNDED,
    type: 'Danh sách đảng viên',
  };
  for (const { cell, first, size } of roster.places)
    for (let serial = first; serial < first + size; serial += 1) {
      const person = roster.member(serial);
      const status = person.officialOn === undefined ? 'probationary' : 'official';
      const line = { kind: 'member.registered', effectiveOn: FOUNDED, paper, person, cell: cell.code, status };
      yield roster.isExempt(serial, person) ? { ...line, exempt: { permanent: true } } : line;
    }
}

/** 26/7/2026: the agencies' bodies end and their cells come up; the ward becomes a grassroots body, all below its own. */
function* retyping(organisations: readonly Grassroots[]): Generator<ActInput> {
  const paper = {
    issuer: 'Ban Thường vụ Tỉnh ủy Vân Mẫu',
    number: '517-QĐ/TU',
    issuedOn: '2026-07-24',
    type: 'Quyết định',
  };
  const act = (kind: string, body: Record<string, unknown>): ActInput => ({
    kind,
    effectiveOn: RETYPED,
    paper,
    ...body,
  });
  yield act('unit.retyped', { unit: WARD, unitKind: 'grassroots-body' });
  for (const { code, kind, cells } of organisations)
    if (kind === 'grassroots-cell') yield act('unit.retyped', { unit: code, unitKind: 'cell' });
    else if (ENDS_IN_2026.includes(code)) {
      for (const cell of cells) yield act('unit.moved', { unit: cell.code, parent: WARD });
      yield act('unit.dissolved', { unit: code, successor: WARD });
    } else yield act('unit.retyped', { unit: code, unitKind: 'sub-grassroots-body' });
}

/** One run of lines put into another where its day comes, before the other acts of that day. */
function* insert(lines: Iterable<ActInput>, run: Iterable<ActInput>): Generator<ActInput> {
  let isDone = false;
  for (const line of lines) {
    if (!isDone && (line.effectiveOn as string) >= RETYPED) {
      isDone = true;
      yield* run;
    }
    yield line;
  }
}
