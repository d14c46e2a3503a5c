import * as contract from '#/domain/members/own-record-contract.ts';
import type { Route } from '#/platform/contract/route.ts';
import { type Api, route } from '../api.ts';
import { say } from './bases.ts';
import { copyOwn } from './copy.ts';
import { ownAccesses, readOwnPage, revealOwn } from './read-own.ts';
import { tie, ties, untie } from './tie.ts';

/** What a member may see of themselves, and whose an account is. */
export const ownRecordRoutes: readonly Route<Api>[] = [
  route(contract.readOwnRecord, readOwnPage),
  route(contract.listOwnAccesses, ownAccesses),
  route(contract.revealOwnField, revealOwn),
  route(contract.copyOwnRecord, copyOwn),
  route(contract.sayConsent, say),
  route(contract.readTies, ties),
  route(contract.tieAccount, tie),
  route(contract.untieAccount, untie),
];
