import { readMember } from '#/domain/members/member-contract.ts';
import { listAttachments } from '#/kernel/attachments/contract.ts';
import { answers } from '../ask.ts';

/** What the page shows of members and their files is asked again: something was put or removed. */
export function askMemberAnew(): Promise<unknown> {
  return Promise.all([
    answers.invalidateQueries({ queryKey: [readMember.path] }),
    answers.invalidateQueries({ queryKey: [listAttachments.path] }),
  ]);
}
