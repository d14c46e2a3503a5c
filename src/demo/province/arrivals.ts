import { day, spread, workingFrom, YEAR } from './calendar.ts';
import { newcomers } from './fates.ts';
import { memberCode, newcomer } from './people.ts';
import { act, elsewhere, type Stream, type Year } from './stream.ts';
import { cellCode, communeOf } from './tree.ts';

/** Those admitted, and those who come from other provinces. */
export function arrivals(the: Year): Stream[] {
  const { members } = the.tree;
  const admitted = Math.round(members * newcomers.admitted);
  const received = Math.round(members * newcomers.received);
  return [admissions(the, admitted, members), receipts(the, received, members + admitted)];
}

/** Decision, and the ceremony within 30 working days. */
function admissions({ seed, tree, paper }: Year, count: number, firstSerial: number): Stream {
  const cellFor = (n: number): number => (n * 7919 + 13) % tree.cells;
  return {
    count,
    on: (n) => spread(n, count, 2, YEAR - 2),
    act: (n, on) => {
      const person = newcomer(seed, tree, firstSerial + n, cellFor(n), day(on), 'candidate');
      const decision = paper(communeOf(cellFor(n)), 'QĐ', on);
      return act('admission.approved', on, decision, { person, cell: cellCode(tree, cellFor(n)) });
    },
    follow: (n, decided, approval) => {
      const on = workingFrom(decided + 6 + (n % 24));
      const body = { person: memberCode(firstSerial + n), cell: cellCode(tree, cellFor(n)) };
      return { on, act: () => act('member.admitted', on, approval.paper, body) };
    },
  };
}

function receipts({ seed, tree }: Year, count: number, firstSerial: number): Stream {
  return {
    count,
    on: (n) => spread(n, count, 4, YEAR - 2),
    act: (n, on) => {
      const cell = (n * 6151 + 5) % tree.cells;
      const issuedOn = day(workingFrom(on - 12));
      const origin = elsewhere(n);
      const number = `${1 + ((n * 31) % 4000)}-GTSHĐ`;
      const letter = { issuer: origin.name, number, issuedOn, type: 'Giấy giới thiệu sinh hoạt đảng' };
      const person = newcomer(seed, tree, firstSerial + n, cell, issuedOn, 'official');
      return act('transfer.received', on, letter, { person, cell: cellCode(tree, cell), status: 'official', origin });
    },
  };
}
