import { SettingOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { endSession } from '#/kernel/access/contract.ts';
import { howToSignIn } from '#/platform/accounts/contract.ts';
import { languages, useLanguage } from '#/platform/i18n/texts.ts';
import { appearanceChoices, useAppearance } from '#/platform/ui/appearance.tsx';
import { Choices } from '#/platform/ui/Choices.tsx';
import { Popup } from '#/platform/ui/Popup.tsx';
import { keepPlace } from '../address.ts';
import { answers, ask, useAsk } from '../ask.ts';
import styles from './Settings.module.css';
import { useShellText } from './shell-texts.ts';

interface SettingsProps {
  placement?: 'above' | 'below';
  isSignedIn?: boolean;
}

/** Language, light or dark, and the end of the session. */
export function Settings({ placement = 'above', isSignedIn = false }: SettingsProps) {
  const say = useShellText();
  const [open, setOpen] = useState(false);
  const { language, speak } = useLanguage();
  const { choice, choose } = useAppearance();
  const { data } = useAsk(howToSignIn, isSignedIn && open ? {} : null);
  const id = useId();
  return (
    <Popup
      open={open}
      setOpen={setOpen}
      label={say('settings')}
      hint={say('settings')}
      className={styles.button}
      placement={placement}
      align={placement === 'below' ? 'end' : 'start'}
      button={
        <>
          <SettingOutlined aria-hidden />
          <span>{language === 'vi' ? 'VI' : 'EN'}</span>
        </>
      }
    >
      <div className={styles.part}>
        <h2 id={`${id}-language`}>{say('language')}</h2>
        <Choices
          labelledBy={`${id}-language`}
          value={language}
          choose={speak}
          choices={languages.map((one) => ({ value: one, label: say(one === 'vi' ? 'vietnamese' : 'english') }))}
        />
      </div>
      <div className={styles.part}>
        <h2 id={`${id}-appearance`}>{say('appearance')}</h2>
        <Choices
          labelledBy={`${id}-appearance`}
          value={choice}
          choose={choose}
          choices={appearanceChoices.map((one) => ({ value: one, label: say(one) }))}
        />
      </div>
      {isSignedIn ? (
        <div className={styles.part}>
          {data?.hasAccounts ? <OwnAccount close={() => setOpen(false)} /> : null}
          <Button onClick={() => void endHere()}>{say('endSession')}</Button>
        </div>
      ) : null}
    </Popup>
  );
}

function OwnAccount({ close }: { close: () => void }) {
  const say = useShellText();
  return (
    <Link to="/account" search={keepPlace} onClick={close} className={styles.way}>
      {say('account')}
    </Link>
  );
}

/** Ends the session; what has been read goes with it, and the gate closes. */
async function endHere(): Promise<void> {
  const { leaveAt } = await ask(endSession, {});
  answers.clear();
  if (leaveAt === null) window.location.reload();
  else window.location.assign(leaveAt);
}
