import type { Intake } from '#/exchange/intake/shapes.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeNumber } from '#/platform/ui/written.ts';
import { useCheckText } from './check-texts.ts';

/** Whether what the check found still holds, whether anything can be recorded, and both in words. */
export function useReady(intake: Intake, editCount: number): { isChecked: boolean; canRecord: boolean; said: string } {
  const say = useCheckText();
  const { language } = useLanguage();
  const number = (count: number) => writeNumber(count, language);
  const { counts, state } = intake;
  const isChecked = state === 'checked' && editCount === 0;
  if (!isChecked || counts === undefined) {
    const said = editCount === 0 ? say('changedSome') : say('changed', { count: number(editCount) });
    return { isChecked, canRecord: false, said };
  }
  const { good, withProblems, leftOut } = counts;
  const left = withProblems + leftOut;
  const said =
    good === 0
      ? say('readyNone')
      : left === 0
        ? say('readyAll', { count: number(good) })
        : say('readySome', { good: number(good), left: number(left) });
  return { isChecked, canRecord: good > 0, said };
}
