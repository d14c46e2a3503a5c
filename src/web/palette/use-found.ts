import { useDeferredValue } from 'react';
import { type Found, type Group, groups, matching } from './found.ts';
import { recentChoices } from './recent.ts';
import { type Listed, useCatalogues } from './use-catalogues.ts';
import { usePapers } from './use-papers.ts';
import { usePeople } from './use-people.ts';
import { readUnitChoice, useGoToUnit, useUnits } from './use-units.ts';

/** Everything that what was typed may mean, by group; nothing typed: what was chosen lately, and the pages. */
export function useFound(typed: string): { found: [Group, Found[]][]; isWaiting: boolean } {
  const q = useDeferredValue(typed.trim());
  const catalogues = useCatalogues();
  const { units, pages: unitPages, ...ofUnits } = useUnits(q);
  const { people, ...ofPeople } = usePeople(q);
  const { papers, ...ofPapers } = usePapers(q);
  const recent = useRecent(catalogues);
  const ofGroup = (group: Group) => catalogues.filter((one) => one.group === group);
  const pages = ofGroup('pages').filter(({ detail }) => detail === undefined);
  const all: Found[] =
    q === ''
      ? [...recent, ...pages]
      : [
          ...(['pages', 'kinds', 'figures'] as const).flatMap((group) => matching(ofGroup(group), q, textOf)),
          ...units,
          ...people,
          ...papers,
        ];
  const byGroup = Map.groupBy(all, ({ group }) => group);
  return {
    found: groups.flatMap((group) => (byGroup.has(group) ? [[group, byGroup.get(group) ?? []]] : [])),
    isWaiting: ofUnits.isWaiting || ofPeople.isWaiting || ofPapers.isWaiting,
  };
}

const textOf = ({ text }: Listed) => text;

function useRecent(catalogues: readonly Listed[]): Found[] {
  const go = useGoToUnit();
  return recentChoices().flatMap((choice): Found[] => {
    const unit = readUnitChoice(choice);
    const key = `recent ${choice}`;
    if (unit !== null)
      return [{ key, group: 'recent', title: unit.name, detail: unit.code, recent: choice, go: () => go(unit) }];
    const listed = catalogues.find(({ recent }) => recent === choice);
    return listed === undefined ? [] : [{ ...listed, key, group: 'recent' }];
  });
}
