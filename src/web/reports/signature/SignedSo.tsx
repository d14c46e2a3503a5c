import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Day } from '#/platform/day.ts';
import { writeDay } from '#/platform/ui/written.ts';
import { readKeptSignature } from '#/reports/papers/contract.ts';
import { useAsk } from '../../ask.ts';
import { usePlace } from '../../place.ts';
import styles from '../ReportTools.module.css';
import { SignatureDialog } from './SignatureDialog.tsx';
import { wordsOf } from './signature.ts';
import { useSignatureText } from './signature-texts.ts';

interface SignedSoProps {
  name: string;
  unit: string;
  signedOn: Day | null;
  setSignedOn: (day: Day | null) => void;
}

/** How the file will be signed, and the way to change it. */
export function SignedSo({ name, unit, signedOn, setSignedOn }: SignedSoProps) {
  const say = useSignatureText();
  const { tenant } = usePlace();
  const { data } = useAsk(readKeptSignature, { name, unit, tenant });
  const [isOpen, setOpen] = useState(false);
  const day = signedOn === null ? '' : say('onDay', { day: writeDay(signedOn) });
  const signed = data === undefined ? '' : [wordsOf(data.signature), day].filter(Boolean).join(', ');
  return (
    <>
      <Button block icon={<EditOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {say('open')}
      </Button>
      <p className={styles.signed} role="status">
        {data === undefined ? '' : signed === '' ? say('notKept') : say('kept', { signed })}
      </p>
      {isOpen ? (
        <SignatureDialog
          name={name}
          unit={unit}
          signedOn={signedOn}
          setSignedOn={setSignedOn}
          close={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
