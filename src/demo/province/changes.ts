import { day, workingFrom, YEAR } from './calendar.ts';
import { ceremonyOf, memberCode, officialDay } from './people.ts';
import { act, befalls, elsewhere, type Stream, type Year } from './stream.ts';
import { cellCode, cellOf, communeOf, grassrootsOf, type ProvinceTree } from './tree.ts';

/** What befalls members who stay. */
export function changes(the: Year): Stream[] {
  const { tree, fates, paper } = the;
  const recognised = fates.count.recognised;
  return [
    {
      ...befalls(the, 'recognised', (person, cell, _n, on) =>
        // The cell considers, then the committees: three to six weeks after the day from which it holds.
        act('member.recognised', on, paper(communeOf(cell), 'QĐ', workingFrom(on + 20 + (cell % 20))), { person }),
      ),
      on: (n) => numberOf(officialDay(ceremonyOf(n, recognised))),
    },
    transfers(the),
    befalls(the, 'moved', (person, cell, _n, on) =>
      act('member.transferred', on, paper(communeOf(cell), 'GTSHĐ', on), {
        person,
        to: cellCode(tree, beside(tree, cell)),
      }),
    ),
    befalls(the, 'exempted', (person, cell, n, on) =>
      act(
        'member.exempted',
        on,
        paper(communeOf(cell), 'NQ', on),
        n % 3 === 0 ? { person, until: day(on + 180) } : { person, permanent: true },
      ),
    ),
    stays(the),
    befalls(the, 'updated', (person, cell, n, on) =>
      act('member.updated', on, paper(communeOf(cell), 'BC', on), {
        person,
        record: n % 2 === 0 ? { theoryLevel: 'intermediate' } : { qualification: 'university' },
      }),
    ),
  ];
}

/** The neighbouring cell of the same grassroots organisation, or the one before; a grassroots cell's neighbour is another's. */
function beside({ cells }: ProvinceTree, cell: number): number {
  const next = cell + 1 < cells ? cell + 1 : cell - 1;
  return grassrootsOf(next) === grassrootsOf(cell) ? next : Math.max(0, cell - 1);
}

/** Letter and receipt between two cells of the province: one paper. */
function transfers(the: Year): Stream {
  const { tree, fates, paper } = the;
  const to = (n: number, cell: number): string =>
    cellCode(tree, (cell + 1 + ((16 + (n % 211)) % (tree.cells - 1))) % tree.cells);
  return {
    ...befalls(the, 'transferred', (person, cell, n, on) =>
      act('transfer.issued', on, paper(communeOf(cell), 'GTSHĐ', on), { person, to: to(n, cell) }),
    ),
    follow: (n, sent, letter) => {
      const on = workingFrom(sent + 3 + (n % 27));
      const member = fates.member('transferred', n);
      const body = { person: memberCode(member), cell: to(n, cellOf(tree, member)) };
      return { on, act: () => act('transfer.received', on, letter.paper, body) };
    },
  };
}

function stays(the: Year): Stream {
  const { tree, fates, paper } = the;
  const length = (n: number): number => 92 + (n % 200);
  return {
    ...befalls(the, 'away', (person, cell, n, on) =>
      act('member.temporarilyTransferred', on, paper(communeOf(cell), 'GTSHĐ', on), {
        person,
        destination: elsewhere(n),
        until: day(on + length(n)),
      }),
    ),
    follow: (n, left) => {
      const on = workingFrom(Math.min(left + length(n), YEAR + 10));
      const member = fates.member('away', n);
      return {
        on,
        act: () =>
          act('member.temporaryReturned', on, paper(communeOf(cellOf(tree, member)), 'BC', on), {
            person: memberCode(member),
          }),
      };
    },
  };
}

const numberOf = (text: string): number => {
  let low = 0;
  let high = YEAR + 10;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (day(middle) < text) low = middle + 1;
    else high = middle;
  }
  return low;
};
