import { useNavigate } from '@tanstack/react-router';
import type { UnitChildRow } from '#/domain/units/page-figures-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { PickOne } from '#/platform/ui/PickOne.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { writeNumber } from '#/platform/ui/written.ts';
import { keepPlace } from '../address.ts';
import { handOver } from '../people/handed-over.ts';
import { useKindGroups } from '../record/kind-groups.ts';
import { useFormKinds } from '../session.ts';
import { useChildrenText } from './children-texts.ts';

/** As many acts as one batch takes. */
const mostAtOnce = 5_000;

/** The same act for all units that are listed: which act is chosen here, the rest is written on a page of its own. */
export function RecordForUnits({ units }: { units: readonly UnitChildRow[] }) {
  const say = useChildrenText();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { data, error } = useFormKinds();
  const groups = useKindGroups(data?.kinds ?? [], 'unit');
  if (error !== null) return <WrongLine error={error} />;
  if (units.length < 2 || units.length > mostAtOnce) return null;
  const label = say('recordAll', { count: writeNumber(units.length, language) });
  const over = (kind: string): void => {
    const handed = handOver(
      units.map(({ code }) => code),
      'units',
    );
    const search = (before: object) => ({ ...keepPlace(before), ...handed });
    void navigate({ to: '/record/$kind/many', params: { kind }, search });
  };
  return <PickOne label={label} shown={label} chosen={null} groups={groups} choose={over} />;
}
