import { LockOutlined } from '@ant-design/icons';
import { listCapacities } from '#/kernel/access/grant-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { State } from '#/platform/ui/states.tsx';
import { useAsk } from '../ask.ts';
import { useSession } from '../session.ts';
import { CapacityList } from './CapacityList.tsx';
import { useCapacityText } from './capacity-texts.ts';

/** A page that the role does not have: which role, which permission, and the other roles that one holds. */
export function Lacks({ permission }: { permission: string }) {
  const say = useCapacityText();
  const { language } = useLanguage();
  const session = useSession();
  const { data } = useAsk(listCapacities, {});
  const hasOthers = data !== undefined && data.capacities.length > 1;
  const words = {
    role: session?.title?.[language] ?? '',
    unit: session?.unit?.name ?? say('wholeRegister'),
    permission: session?.permissionNames[permission]?.[language] ?? permission,
  };
  return (
    <State isPage role="alert" icon={<LockOutlined />} title={say('lacks')}>
      <p>{say('lacksWhat', words)}</p>
      {data === undefined ? null : <p>{say(hasOthers ? 'lacksChange' : 'lacksAsk')}</p>}
      {hasOthers ? <CapacityList /> : null}
    </State>
  );
}
