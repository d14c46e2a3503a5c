import { SettingOutlined } from '@ant-design/icons';
import { useId, useState } from 'react';
import { languages, useLanguage } from '#/platform/i18n/texts.ts';
import { appearanceChoices, useAppearance } from '#/platform/ui/appearance.tsx';
import { Choices } from '#/platform/ui/Choices.tsx';
import { Popup } from '#/platform/ui/Popup.tsx';
import styles from './Settings.module.css';
import { useShellText } from './shell-texts.ts';

/** Language, and light or dark. */
export function Settings({ placement = 'above' }: { placement?: 'above' | 'below' }) {
  const say = useShellText();
  const [open, setOpen] = useState(false);
  const { language, speak } = useLanguage();
  const { choice, choose } = useAppearance();
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
    </Popup>
  );
}
