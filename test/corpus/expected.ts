import type { TablePlan } from '#/exchange/tables/plan.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import type { Somebody } from './people.ts';

/** The act that a careful clerk makes of somebody on a clean list as of 31/12/2024. */
export function actOf(who: Somebody, cell: string): ActInput {
  const { card, cardOn, cell: _cell, officialOn, ...person } = who;
  return {
    kind: 'member.registered',
    effectiveOn: '2024-12-31',
    person: {
      ...person,
      ...(officialOn === null ? {} : { officialOn }),
      cards: [{ scheme: 'card-12', number: card, issuedOn: cardOn }],
    },
    cell,
    status: officialOn === null ? 'probationary' : 'official',
  };
}

/** The acts of all, their cells by the codes that the plan gives them. */
export function actsOf(people: readonly Somebody[], { newUnits }: TablePlan): ActInput[] {
  const codes = new Map(newUnits.map(({ name, code }) => [name, code]));
  return people.map((who) => actOf(who, codes.get(who.cell) ?? `no code for ${who.cell}`));
}
