import type { ActInput } from '#/kernel/journal/act.ts';
import { withIds } from './drafts.ts';
import { fates } from './province/fates.ts';
import { openingMember } from './province/people.ts';
import {
  cellCode,
  founding,
  type Home,
  OPENING,
  PHUONG_MAU,
  type ProvinceTree,
  provinceTree,
} from './province/tree.ts';
import { year } from './province/year.ts';

/** A province of so many members: the opening balance and a year of acts, made up as they are asked for. */
export function* province({
  seed = 1,
  members = 480_000,
  home = PHUONG_MAU,
}: {
  seed?: number;
  members?: number;
  home?: Home;
} = {}): Generator<ActInput> {
  if (!Number.isInteger(members) || members < 1_000 || members > 1_000_000)
    throw new RangeError(`a province has from 1,000 to 1,000,000 members, not ${members}`);
  yield* withIds(lines(seed, provinceTree(seed, members, home)), 'province', home.code, String(seed), String(members));
}

function* lines(seed: number, tree: ProvinceTree): Generator<ActInput> {
  yield* founding(tree);
  yield* openingBalance(seed, tree);
  yield* year(seed, tree, fates(seed, tree.members));
}

function* openingBalance(seed: number, tree: ProvinceTree): Generator<ActInput> {
  const known = fates(seed, tree.members);
  const paper = {
    issuer: `Ban Tổ chức ${tree.home.committee}`,
    number: `01-BC/BTC${tree.home.suffix}`,
    issuedOn: OPENING,
    type: 'Danh sách đảng viên',
  };
  for (let cell = 0; cell < tree.cells; cell += 1) {
    const code = cellCode(tree, cell);
    for (let member = tree.starts[cell] as number; member < (tree.starts[cell + 1] as number); member += 1) {
      const person = openingMember(seed, tree, known, member, cell);
      const status = person.officialOn === undefined ? 'probationary' : 'official';
      yield { kind: 'member.registered', effectiveOn: OPENING, paper, person, cell: code, status };
    }
  }
}
