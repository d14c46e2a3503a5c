import { KeyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { ByName } from './ByName.tsx';
import { useSignInText } from './sign-in-texts.ts';

interface PasskeyWayProps {
  /** Where the page was opened by numbers there are no passkeys: then it says where there are. */
  canUse: boolean;
  isPrimary?: boolean;
  isPending: boolean;
  use: () => void;
}

/** The way in by a passkey. */
export function PasskeyWay({ canUse, isPrimary = false, isPending, use }: PasskeyWayProps) {
  const say = useSignInText();
  if (!canUse) return <ByName />;
  return (
    <Button
      type={isPrimary ? 'primary' : 'default'}
      icon={<KeyOutlined aria-hidden />}
      loading={isPending}
      onClick={use}
    >
      {say('byPasskey')}
    </Button>
  );
}
