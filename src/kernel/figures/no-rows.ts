import { sql } from 'kysely';
import type { FlowRow } from './figure.ts';

/** The rows of a flow that has amounts only: everything it counts is without a name. */
export const noRows = sql<FlowRow>`(
  select null::uuid as id, null::uuid as subject_id, null::uuid as unit_id, null::date as day, null::uuid as act_id where false
)`;
