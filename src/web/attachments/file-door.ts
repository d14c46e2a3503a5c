import { readAttachment, removeAttachment } from '#/kernel/attachments/contract.ts';
import { ask, fileAddress } from '../ask.ts';
import { askFilesAnew } from './ask-anew.ts';

/** By which routes the files of a list are opened and removed. */
export interface FileDoor {
  address: (id: string) => string;
  /** Null: not by the reader. */
  remove: ((id: string, reason: string) => Promise<unknown>) | null;
  /** Pictures are seen beside their names; else by a press, where each look is one that somebody meant. */
  isShownAtOnce: boolean;
}

/** Of what is attached to acts and persons. */
export const attachmentDoor = (tenant: string | undefined) =>
  ({
    address: (id: string) => fileAddress(readAttachment, { id, tenant }),
    remove: async (id: string, reason: string) => {
      await ask(removeAttachment, { id, tenant, reason });
      void askFilesAnew();
    },
    isShownAtOnce: true,
  }) satisfies FileDoor;
