import type { z } from 'zod';
import { listTemplates } from '#/reports/templates/contract.ts';
import { answers, useAsk } from '../ask.ts';
import { usePlace } from '../place.ts';

type Listed = z.infer<typeof listTemplates.output>['templates'][number];

/** A template that an office put in; null where the built-in one holds. */
export type OwnTemplate = Listed['own'];

/** Whose templates a request is about. */
export interface Whose {
  unit: string;
  tenant: string | undefined;
  on: string;
}

/** The unit that the page stands at; null until one is chosen. */
export function useWhose(): Whose | null {
  const { unit, tenant, on } = usePlace();
  return unit === null ? null : { unit, tenant, on };
}

/** By which template each report of the unit is printed today. */
export function useTemplates(whose: Whose | null) {
  return useAsk(listTemplates, whose);
}

/** After a change: other units may stand under this one. */
export function askTemplatesAnew(): Promise<void> {
  return answers.invalidateQueries({ queryKey: [listTemplates.path] });
}
