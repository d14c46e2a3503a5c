import { sensitiveFieldNames } from '#/domain/members/record-fields.ts';
import { classOfField } from '#/domain/members/sensitive-classes.ts';
import * as contract from '#/exchange/national/contract.ts';
import { lookerOf } from '../access-log/looker.ts';
import { route } from '../api.ts';
import { membersFile as fileOf } from '../members-file.ts';
import { membersList } from '../members-list.ts';

export const membersFile = route(contract.membersFile, (input, api) => fileOf(api.installation, input, lookerOf(api)));

export const readMembersList = route(contract.readMembersList, (input, { installation, actor }) =>
  membersList(installation, input, actor),
);

export const revealedMembersFile = route(contract.revealedMembersFile, (input, api) =>
  fileOf(
    api.installation,
    { ...input, fields: sensitiveFieldNames.filter((field) => api.seat.mayReveal(classOfField[field])) },
    lookerOf(api),
  ),
);
