import type { ActKind } from '#/kernel/journal/kind.ts';
import { admissionApproved, memberAdmitted, memberReadmitted } from './acts/admission.ts';
import { memberExempted, memberExemptionEnded } from './acts/exemption.ts';
import { transferFlagged } from './acts/flagged.ts';
import { memberDied, memberExpelled, memberLeft, memberNameRemoved } from './acts/leaving.ts';
import { transferCancelled, transferConfirmed, transferIssued } from './acts/letter.ts';
import { transferReceived } from './acts/received.ts';
import { memberRecognised } from './acts/recognised.ts';
import { memberCorrected, memberUpdated } from './acts/record-changes.ts';
import { memberRegistered } from './acts/registered.ts';
import { memberRestored } from './acts/restored.ts';
import { memberTemporarilyReceived, memberTemporarilyTransferred, memberTemporaryReturned } from './acts/stay.ts';
import { memberSuspended, memberSuspensionEnded } from './acts/suspension.ts';
import { memberTransferred } from './acts/transferred.ts';

/** Every act about members, in the order of docs/journal.md. */
export const memberActs: readonly ActKind[] = [
  memberRegistered,
  admissionApproved,
  memberAdmitted,
  memberRecognised,
  memberTransferred,
  transferIssued,
  transferReceived,
  transferCancelled,
  transferConfirmed,
  transferFlagged,
  memberTemporarilyTransferred,
  memberTemporarilyReceived,
  memberTemporaryReturned,
  memberExempted,
  memberExemptionEnded,
  memberSuspended,
  memberSuspensionEnded,
  memberNameRemoved,
  memberExpelled,
  memberLeft,
  memberDied,
  memberRestored,
  memberReadmitted,
  memberUpdated,
  memberCorrected,
];
