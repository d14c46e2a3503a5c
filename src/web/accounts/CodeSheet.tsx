import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { createPortal } from 'react-dom';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import styles from './Accounts.module.css';
import { useAccountsText } from './accounts-texts.ts';

interface CodeSheetProps {
  login: string;
  name: string;
  codes: readonly string[];
  close: () => void;
}

/** Ten codes to be printed, each with a box to cross it out. Printed, it is all of the paper. */
export function CodeSheet({ login, name, codes, close }: CodeSheetProps) {
  const say = useAccountsText();
  return createPortal(
    <Dialog
      title={say('sheetTitle', { login })}
      close={close}
      actions={
        <span className={`${styles.actions} not-printed`}>
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            {say('print')}
          </Button>
          <Button type="primary" onClick={close}>
            {say('done')}
          </Button>
        </span>
      }
    >
      <p>
        {say('name')}: <strong>{name}</strong> · {say('login')}: <strong>{login}</strong>
      </p>
      <ol className={styles.sheet}>
        {codes.map((code) => (
          <li key={code}>
            <span className={styles.box} aria-hidden /> <code>{code}</code>
          </li>
        ))}
      </ol>
      <p>{say('sheetWhat')}</p>
    </Dialog>,
    document.body,
  );
}
