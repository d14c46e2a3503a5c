import type { ActInput } from '#/kernel/journal/act.ts';
import { linesOf, numberPapers, withIds } from './drafts.ts';
import { random } from './random.ts';
import { makeCase } from './thai-binh/case.ts';
import { draftGrades } from './thai-binh/grades.ts';
import { reform } from './thai-binh/reform-2025.ts';
import { structure } from './thai-binh/structure.ts';
import { grassroots, makeRoster, OPENING } from './thai-binh/tree.ts';
import { draftWork } from './thai-binh/work.ts';
import { draftYear } from './thai-binh/year.ts';

/** A corner of Thái Bình in 2023: the journal behind the figure of seed 003, in the register of today's Hưng Yên. */
export function* thaiBinh({ seed = 2023 }: { seed?: number } = {}): Generator<ActInput> {
  yield* withIds(lines(seed), 'thai-binh', String(seed));
}

function* lines(seed: number): Generator<ActInput> {
  const organisations = grassroots(seed);
  const roster = makeRoster(seed, organisations);
  const the = makeCase(random(seed, 33, 0), roster, organisations);
  draftYear(the);
  draftWork(the);
  draftGrades(the);
  numberPapers(random(seed, 34, 0), the.drafts);
  yield* structure(random(seed, 35, 0), organisations);
  const paper = {
    issuer: 'Ban Tổ chức Tỉnh ủy Thái Bình',
    number: '02-BC/BTCTU',
    issuedOn: OPENING,
    type: 'Danh sách đảng viên',
  };
  for (const { cell, first, size } of roster.places)
    for (let serial = first; serial < first + size; serial += 1) {
      const person = roster.member(serial);
      const status = person.officialOn === undefined ? 'probationary' : 'official';
      yield { kind: 'member.registered', effectiveOn: OPENING, paper, person, cell: cell.code, status };
    }
  yield* linesOf(the.drafts);
  yield* reform(organisations);
}
