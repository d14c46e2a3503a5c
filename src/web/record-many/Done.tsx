import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { Nothing } from '#/platform/ui/states.tsx';
import { writeMoment } from '#/platform/ui/written.ts';
import { keepPlace } from '../address.ts';
import { useManyText } from './many-texts.ts';

interface DoneProps {
  receipt: { added: number; duplicates: number; recordedAt: string };
  paper: unknown;
}

/** All of the list is recorded. */
export function Done({ receipt, paper }: DoneProps) {
  const say = useManyText();
  const { number, issuer } = (paper ?? {}) as { number?: string; issuer?: string };
  const words = number === undefined ? undefined : `${number} ${issuer ?? ''}`.trim();
  return (
    <Nothing
      title={say('recorded', { count: receipt.added + receipt.duplicates })}
      actions={
        <>
          <Link to="/journal" search={(before) => ({ ...keepPlace(before), all: '1', q: words })}>
            {say('toJournal')}
          </Link>
          <Button onClick={() => window.location.reload()}>{say('another')}</Button>
        </>
      }
    >
      {say('recordedWhat', { at: writeMoment(receipt.recordedAt) })}
    </Nothing>
  );
}
