import { IdcardOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { WrongLine } from '#/platform/ui/states.tsx';
import { goToProvider } from './provider.ts';
import { useSignInText } from './sign-in-texts.ts';

interface ProviderWayProps {
  name: { vi: string; en: string };
  /** Of the invitation whose account will be tied. */
  code?: string;
}

/** The way in by an identity provider. What is wrong with it stands under it: the other ways go on working. */
export function ProviderWay({ name, code }: ProviderWayProps) {
  const say = useSignInText();
  const { language } = useLanguage();
  const { mutate, isPending, error } = useMutation({ networkMode: 'always', mutationFn: () => goToProvider(code) });
  return (
    <>
      <Button icon={<IdcardOutlined aria-hidden />} loading={isPending} onClick={() => mutate()}>
        {say(code === undefined ? 'byProvider' : 'tieToProvider', { provider: name[language] })}
      </Button>
      {error === null ? null : <WrongLine error={error} />}
    </>
  );
}
