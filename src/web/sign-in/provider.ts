import { leaveForProvider, returnFromProvider, type SignInOutcome } from '#/platform/accounts/contract.ts';
import { leaveToTie, returnToTie } from '#/platform/accounts/own-contract.ts';
import { Problem } from '#/platform/errors.ts';
import { spokenLanguage } from '#/platform/i18n/texts.ts';
import { ask } from '../ask.ts';
import { arrivedWith } from './arrived.ts';

// The browser leaves for the provider as a link does: no script and no form of ours speaks to another host. What names
// the sign-in to the server stays in this tab, so that an answer which somebody else sends here fits nothing.

const key = 'sotay.provider';

interface Begun {
  step: string;
  why: 'sign-in' | 'tie';
}

/** Leaves the page; with a code of an invitation, to tie its account. Throws `Problem`. */
export async function goToProvider(code?: string): Promise<void> {
  leave(await ask(leaveForProvider, { code }), 'sign-in');
}

/** Leaves the page to tie one's own account. Throws `Problem`. */
export async function goToTie(): Promise<void> {
  leave(await ask(leaveToTie, {}), 'tie');
}

function leave({ step, address }: { step: string; address: string }, why: Begun['why']): void {
  sessionStorage.setItem(key, JSON.stringify({ step, why } satisfies Begun));
  window.location.assign(address);
}

let coming: Promise<SignInOutcome | null> | undefined;

/** What the provider's answer, which stood in the address, has led to; null: the own account is tied. Throws `Problem`. */
export function comeBack(): Promise<SignInOutcome | null> {
  coming ??= showAnswer(); // once, however often the page is drawn
  return coming;
}

async function showAnswer(): Promise<SignInOutcome | null> {
  const answer = arrivedWith.replace(/^\?/, '');
  const kept = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  // The answer is good once, and has no business in the list of pages visited.
  window.history.replaceState(window.history.state, '', window.location.pathname);
  if (kept === null) throw notBegun();
  const { step, why }: Begun = JSON.parse(kept);
  if (why === 'sign-in') return ask(returnFromProvider, { step, answer });
  await ask(returnToTie, { step, answer });
  return null;
}

function notBegun(): Problem {
  const [vi, en] = [
    'Không có lần đăng nhập nào đang chờ ở thẻ này của trình duyệt: hãy bắt đầu lại.',
    'No sign-in is under way in this tab of the browser: begin again.',
  ];
  return new Problem('provider.answer', spokenLanguage() === 'vi' ? vi : en);
}
