import type { ActInput } from '#/kernel/journal/act.ts';
import { makePerson } from '../people.ts';
import { profiles } from '../profiles.ts';
import { random } from '../random.ts';
import { mixOf, OPENING } from './roster.ts';

/** A corner of the neighbouring district, so that a transfer between districts has two ends. */
export const neighbourCells = [
  { code: 'GT.001', name: 'Chi bộ Trường THPT Ngô Đồng', type: 'public-service-unit', profile: 'school' },
  {
    code: 'GT.002',
    name: 'Chi bộ Phòng Giáo dục và Đào tạo huyện Giao Thủy',
    type: 'state-agency',
    profile: 'stateOffice',
  },
  { code: 'GT.003', name: 'Chi bộ Văn phòng Huyện ủy Giao Thủy', type: 'party-agency', profile: 'partyOffice' },
] as const;

const EACH = 19;
const mix = mixOf(['thị trấn Ngô Đồng', 'thị trấn Quất Lâm', 'xã Giao Hải']);

/** The n-th of them. The first ones are those who leave. */
export const neighbourMember = (n: number): string => `GT-${String(n + 1).padStart(5, '0')}`;

export function* neighbourMembers(seed: number, paper: unknown): Generator<ActInput> {
  for (let n = 0; n < EACH * neighbourCells.length; n += 1) {
    const cell = neighbourCells[n % neighbourCells.length] as (typeof neighbourCells)[number];
    const spec = {
      code: neighbourMember(n),
      serial: 80_000 + n,
      profile: profiles[cell.profile],
      mix,
      on: OPENING,
      status: 'official',
    } as const;
    const person = makePerson(random(seed, 4, n), { ...spec, ages: [25, 55] });
    yield { kind: 'member.registered', effectiveOn: OPENING, paper, person, cell: cell.code, status: 'official' };
  }
}
