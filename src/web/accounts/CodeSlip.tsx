import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { createPortal } from 'react-dom';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { writeMoment } from '#/platform/ui/written.ts';
import styles from './Accounts.module.css';
import { useAccountsText } from './accounts-texts.ts';

/** A code that was just made, for whom. */
export interface Slip {
  login: string;
  name: string;
  code: string;
  expiresAt: string;
}

/** The slip that is handed over: code, page, until when. Printed, it is all of the paper. */
export function CodeSlip({ slip: { login, name, code, expiresAt }, close }: { slip: Slip; close: () => void }) {
  const say = useAccountsText();
  const address = `${window.location.origin}/sign-in/code`;
  // Outside the page: what is printed is the slip, and the page behind it is not.
  return createPortal(
    <Dialog
      title={say('slipTitle', { login })}
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
      <p className="not-printed">{say('slipWhat')}</p>
      <p>
        {say('name')}: <strong>{name}</strong> · {say('login')}: <strong>{login}</strong>
      </p>
      <p className={styles.code}>{code}</p>
      <p>
        {say('slipAt')} <strong>{address}</strong>. {say('slipUntil', { moment: writeMoment(expiresAt) })}
      </p>
    </Dialog>,
    document.body,
  );
}
