import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { membersFile, readMembersList } from '#/exchange/national/contract.ts';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { fileAddress, useAsk } from '../ask.ts';
import { usePlace } from '../place.ts';
import { Refused } from '../Refused.tsx';
import { ReportNav } from '../reports/ReportNav.tsx';
import { saveFile } from '../save-file.ts';
import styles from './RegisterPage.module.css';
import { RegisterTable } from './RegisterTable.tsx';
import { useRegisterText } from './register-texts.ts';

const layout = '7-hsdv';

/** The register that a cell keeps on paper, of any day, as it prints. */
export function RegisterPage() {
  const say = useRegisterText();
  const { unit, tenant, day } = usePlace();
  const asked = { layout, unit: unit ?? '', tenant, on: day } as const;
  const { data, error, refetch } = useAsk(readMembersList, unit === null ? null : asked);
  usePageTitle(say('tab'), data?.unit.name);
  const file = useMutation({
    networkMode: 'always',
    mutationFn: () => saveFile(fileAddress(membersFile, { ...asked, format: 'xlsx' })),
  });
  return (
    <>
      <div className={`${styles.head} not-printed`}>
        <div className={styles.title}>
          <h1>{say('title')}</h1>
          <div className={styles.tools}>
            <Button
              icon={<DownloadOutlined aria-hidden />}
              loading={file.isPending}
              disabled={unit === null}
              onClick={() => file.mutate()}
            >
              {say(file.isPending ? 'downloading' : 'download')}
            </Button>
            <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
              {say('print')}
            </Button>
          </div>
        </div>
        <ReportNav name={layout} />
        {file.error === null ? null : <Wrong error={file.error} retry={() => file.mutate()} />}
      </div>
      {error !== null ? (
        <Refused error={error} retry={() => void refetch()} unit={unit ?? ''} />
      ) : (
        <article className={styles.paper} lang="vi" aria-busy={data === undefined}>
          {data === undefined ? <Waiting lines={14} /> : <RegisterTable list={data} />}
        </article>
      )}
    </>
  );
}
