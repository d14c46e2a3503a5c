import { checkDuplicate as duplicateContract, revealField, unsealField } from '#/domain/members/reveal-contract.ts';
import { listAccesses, listPersonAccesses } from '#/kernel/access/log-contract.ts';
import type { Route } from '#/platform/contract/route.ts';
import { type Api, route } from '../api.ts';
import { checkDuplicate } from './check-duplicate.ts';
import { accesses } from './list.ts';
import { accessesOf } from './of-person.ts';
import { reveal } from './reveal.ts';
import { unseal } from './unseal.ts';

/** Sensitive values one by one, and who has looked. */
export const accessLogRoutes: readonly Route<Api>[] = [
  route(revealField, reveal),
  route(unsealField, unseal),
  route(duplicateContract, checkDuplicate),
  route(listAccesses, accesses),
  route(listPersonAccesses, accessesOf),
];
