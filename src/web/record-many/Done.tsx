import { Link } from '@tanstack/react-router';
import type { KindForm } from '#/kernel/journal/contract.ts';
import { Nothing } from '#/platform/ui/states.tsx';
import { writeMoment } from '#/platform/ui/written.ts';
import { keepPlace } from '../address.ts';
import type { Outgoing } from '../record/outbox.ts';
import { forForm } from '../record/record-search.ts';
import { useManyText } from './many-texts.ts';

interface DoneProps {
  kind: KindForm;
  sent: Outgoing;
}

/** All of the list is recorded. */
export function Done({ kind, sent: { many, recordedAt = '' } }: DoneProps) {
  const say = useManyText();
  return (
    <Nothing
      title={say('recorded', { count: many?.count ?? 0 })}
      actions={
        <>
          <Link to="/journal" search={(before) => ({ ...keepPlace(before), all: '1', q: many?.words })}>
            {say('toJournal')}
          </Link>
          <Link to="/record/$kind/many" params={{ kind: kind.kind }} search={forForm() as never}>
            {say('another')}
          </Link>
        </>
      }
    >
      {say('recordedWhat', { at: writeMoment(recordedAt) })}
    </Nothing>
  );
}
