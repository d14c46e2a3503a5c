import { apportion } from '../roster.ts';
import { addDraft, type Case } from './case.ts';
import { superiorOf, superiors } from './tree.ts';

/** What the Central Committee's guidance and the province's own plan ask of the year. */
const PROVINCE = 1_600;
const NEXT_YEAR = 1_650;
/** Passed on with a reserve of some three in a hundred. */
const PASSED_ON = 1_648;

const year = { figure: 'admissions', from: '2020-01-01', to: '2020-12-31', measure: 'count' } as const;

/** The province's target of admissions, what it gave to districts and blocs, and what those gave to their organisations. */
export function draftTargets(the: Case): void {
  const { roster, organisations } = the;
  const assign = (unit: string, value: number) => ({ kind: 'target.assigned', unit, ...year, value });
  addDraft(the, '2020-01-08', the.ofProvince('CTr', '2020-01-08'), assign('NB', PROVINCE));
  // The plan of the year after is there before the report on this one is written.
  const next = { ...assign('NB', NEXT_YEAR), from: '2021-01-01', to: '2021-12-31' };
  addDraft(the, '2021-01-12', the.ofProvince('CTr', '2021-01-12'), next);
  const members = (code: string): number =>
    roster.places.reduce((sum, { cell, size }) => sum + (cell.code.startsWith(`${code}.`) ? size : 0), 0);
  const given = apportion(
    PASSED_ON,
    superiors.map(({ code }) => members(code)),
  );
  const paper = the.ofProvince('QĐ', '2020-01-15');
  superiors.forEach(({ code }, i) => {
    addDraft(the, '2020-01-15', paper, assign(code, given[i] as number));
  });
  superiors.forEach((superior, i) => {
    const own = organisations.filter((organisation) => superiorOf(organisation) === superior);
    const sizes = new Map(own.map(({ code }) => [code, 0]));
    for (const { organisation, size } of roster.places)
      if (sizes.has(organisation.code)) sizes.set(organisation.code, (sizes.get(organisation.code) as number) + size);
    const decision = the.ofSuperior(superior, 'QĐ', '2020-01-31');
    const reserve = Math.ceil((given[i] as number) * 1.02);
    const shares = apportion(
      reserve,
      own.map(({ code }) => sizes.get(code) as number),
    );
    own.forEach(({ code }, at) => {
      const value = shares[at] as number;
      if (value > 0) addDraft(the, '2020-01-31', decision, assign(code, value));
    });
  });
}
