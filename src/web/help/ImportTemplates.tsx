import { DownloadOutlined } from '@ant-design/icons';
import { importTemplate } from '#/exchange/tables/contract.ts';
import { fileAddress } from '../ask.ts';
import styles from './FirstHour.module.css';
import { useHelpText } from './help-texts.ts';

/** The workbooks whose headings the import knows, to be filled in. */
export function ImportTemplates() {
  const say = useHelpText();
  return (
    <div className={styles.templates}>
      <p>{say('templateWhat')}</p>
      {(['units', 'members'] as const).map((kind) => (
        <a key={kind} href={fileAddress(importTemplate, { kind })} download>
          <DownloadOutlined aria-hidden /> {say(`template.${kind}`)}
        </a>
      ))}
    </div>
  );
}
