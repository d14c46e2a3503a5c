import { BarChartOutlined, DownloadOutlined, FileWordOutlined, PrinterOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Day } from '#/platform/day.ts';
import { Popup } from '#/platform/ui/Popup.tsx';
import { Wrong } from '#/platform/ui/states.tsx';
import { readReportFile } from '#/reports/papers/contract.ts';
import { keepPlace } from '../address.ts';
import { fileAddress } from '../ask.ts';
import { noteSeen } from '../help/seen.ts';
import { askedAt, usePlace } from '../place.ts';
import { saveFile } from '../save-file.ts';
import { useChartText } from './chart/chart-texts.ts';
import { CompareButton } from './compare/CompareButton.tsx';
import styles from './ReportTools.module.css';
import { useReportSearch } from './report-search.ts';
import { useReportText } from './report-texts.ts';
import { SignedSo } from './signature/SignedSo.tsx';

const formats = ['docx', 'xlsx', 'pdf'] as const;

/** The report on paper: as a file in three formats, or from the browser's own printer. */
export function ReportTools({ name }: { name: string }) {
  const say = useReportText();
  const [open, setOpen] = useState(false);
  const [signedOn, setSignedOn] = useState<Day | null>(null);
  return (
    <div className={styles.tools}>
      {name === 'annual' ? null : <ChartSwitch />}
      <CompareButton />
      <Popup
        open={open}
        setOpen={setOpen}
        label={say('download')}
        hint={say('chooseFormat')}
        align="end"
        className={styles.button}
        button={
          <>
            <DownloadOutlined aria-hidden />
            <span>{say('download')}</span>
          </>
        }
      >
        <Formats name={name} signedOn={signedOn} setSignedOn={setSignedOn} />
      </Popup>
      <button type="button" className={styles.button} onClick={print}>
        <PrinterOutlined aria-hidden />
        <span>{say('print')}</span>
      </button>
    </div>
  );
}

function print(): void {
  noteSeen('paper');
  window.print();
}

/** Pictures over the form, or none. */
function ChartSwitch() {
  const say = useChartText();
  const [{ chart }, change] = useReportSearch();
  const isOn = chart === '1';
  return (
    <button
      type="button"
      className={isOn ? `${styles.button} ${styles.on}` : styles.button}
      aria-pressed={isOn}
      onClick={() => change({ chart: isOn ? undefined : '1' })}
    >
      <BarChartOutlined aria-hidden />
      <span>{say('chart')}</span>
    </button>
  );
}

interface FormatsProps {
  name: string;
  signedOn: Day | null;
  setSignedOn: (day: Day | null) => void;
}

function Formats({ name, signedOn, setSignedOn }: FormatsProps) {
  const say = useReportText();
  const place = usePlace();
  const { unit } = place;
  const sign = signedOn === null ? undefined : [`signedOn=${signedOn}`]; // names are kept on the server: none stands in an address
  const { mutate, isPending, variables, error, reset } = useMutation({
    networkMode: 'always',
    mutationFn: (format: (typeof formats)[number]) =>
      saveFile(fileAddress(readReportFile, { name, format, sign, ...askedAt({ ...place, unit: unit ?? '' }) })),
    onSuccess: () => noteSeen('paper'),
  });
  if (error !== null) return <Wrong error={error} retry={reset} />;
  return (
    <>
      <ul className={styles.formats}>
        {formats.map((format) => (
          <li key={format}>
            <Button
              block
              loading={isPending && variables === format}
              disabled={unit === null || isPending}
              onClick={() => mutate(format)}
            >
              {say(format)}
            </Button>
          </li>
        ))}
      </ul>
      <p className={styles.wait} role="status">
        {isPending ? say('writing') : ''}
      </p>
      <div className={styles.more}>
        {unit === null ? null : <SignedSo name={name} unit={unit} signedOn={signedOn} setSignedOn={setSignedOn} />}
        <Link to="/templates/$report" params={{ report: name }} search={keepPlace} className={styles.link}>
          <FileWordOutlined aria-hidden /> {say('template')}
        </Link>
      </div>
    </>
  );
}
