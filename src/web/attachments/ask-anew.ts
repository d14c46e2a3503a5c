import { readMember } from '#/domain/members/member-contract.ts';
import { listAttachments } from '#/kernel/attachments/contract.ts';
import { answers } from '../ask.ts';

/** What pages show of files, and of members by their photo, is asked again: something was put or removed. */
export function askFilesAnew(): Promise<unknown> {
  return Promise.all([
    answers.invalidateQueries({ queryKey: [readMember.path] }),
    answers.invalidateQueries({ queryKey: [listAttachments.path] }),
  ]);
}
