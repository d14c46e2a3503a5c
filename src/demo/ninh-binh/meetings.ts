import { between } from '../random.ts';
import { addDraft, type Case } from './case.ts';
import { superiors } from './tree.ts';

/**
 * The districts report how many meetings their cells held; which ones, the cells know. Monthly, and each quarter about a
 * theme (12-HD/BTCTW, 6/7/2018); in April 2020, when everybody stayed at home, not all met.
 */
export function draftMeetings(the: Case): void {
  for (const superior of superiors) {
    const cells = the.roster.places.filter(({ cell }) => cell.code.startsWith(`${superior.code}.`)).length;
    const counts = { regular: cells * 12 - between(the.r, 0, cells >> 3), thematic: cells * 4 };
    const paper = the.ofSuperior(superior, 'BC', '2020-12-30');
    const declare = (amount: number, args?: Record<string, string>) =>
      addDraft(the, '2020-12-31', paper, {
        kind: 'count.declared',
        unit: superior.code,
        figure: 'meetings-held',
        ...(args === undefined ? {} : { args }),
        from: '2020-01-01',
        to: '2020-12-31',
        amount,
      });
    declare(counts.regular + counts.thematic);
    declare(counts.regular, { sort: 'regular' });
    declare(counts.thematic, { sort: 'thematic' });
  }
}
