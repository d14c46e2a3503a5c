import { listKinds } from '#/kernel/journal/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { useAsk } from '../ask.ts';

/** What the body that acts in a unit's name is called. */
export function useBodyName(): (body: string) => string {
  const { language } = useLanguage();
  const { data } = useAsk(listKinds, {});
  const labels = data?.envelope.find(({ field }) => field === 'actor.body')?.labels ?? {};
  return (body) => labels[body]?.[language] ?? body;
}
