import { day, workingFrom, YEAR } from './calendar.ts';
import { act, befalls, elsewhere, type Stream, type Year } from './stream.ts';
import { communeOf } from './tree.ts';

/** Those who leave: by letter, by death, by decision. */
export function departures(the: Year): Stream[] {
  const { paper } = the;
  const decision = (cell: number, on: number) => paper(communeOf(cell), 'QĐ', on);
  return [
    {
      ...befalls(the, 'sentAway', (person, cell, n, on) =>
        act('transfer.issued', on, paper(communeOf(cell), 'GTSHĐ', on), { person, destination: elsewhere(n) }),
      ),
      follow: (n, sent, { person }) => {
        const on = workingFrom(sent + 12 + (n % 23));
        const report = { issuer: elsewhere(n).name, number: `${1 + ((n * 17) % 3000)}-BC`, issuedOn: day(on) };
        return { on, act: () => act('transfer.confirmed', on, report, { person }) };
      },
    },
    {
      ...befalls(the, 'died', (person, cell, _n, on) =>
        act('member.died', on, paper(communeOf(cell), 'BC', workingFrom(on + 2)), { person }),
      ),
      on: (n) => 1 + Math.floor((n * (YEAR - 2)) / the.fates.count.died),
    },
    befalls(the, 'nameRemoved', (person, cell, _n, on) =>
      act('member.nameRemoved', on, decision(cell, on), {
        person,
        reason: 'Bỏ sinh hoạt đảng ba tháng trong năm không có lý do',
      }),
    ),
    befalls(the, 'expelled', (person, cell, _n, on) => act('member.expelled', on, decision(cell, on), { person })),
  ];
}
