import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { decideCorrection } from '#/domain/members/correction-contract.ts';
import { type KindField, listKinds } from '#/kernel/journal/contract.ts';
import { Problem } from '#/platform/errors.ts';
import { Choices } from '#/platform/ui/Choices.tsx';
import { ReasonDialog } from '#/platform/ui/ReasonDialog.tsx';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { answers, ask, useAsk } from '../ask.ts';
import { thisDay } from '../place.ts';
import { envelopeOf } from '../record/envelope.ts';
import { FormFields } from '../record/form/FormFields.tsx';
import { FormContext } from '../record/form/form-context.ts';
import { writePartialDay } from '../record/form/typed.ts';
import { useTyped } from '../record/form/use-typed.ts';
import { rememberPaper } from '../record/last-paper.ts';
import { PaperFields } from '../record/PaperFields.tsx';
import { useCorrectionText } from './correction-texts.ts';

interface AcceptDialogProps {
  id: string;
  tenant: string | undefined;
  close: () => void;
}

/** How an accepted request is recorded: as what, from when, by which paper. */
export function AcceptDialog(props: AcceptDialogProps) {
  const { data, error, refetch } = useAsk(listKinds, {});
  if (error !== null) return <Wrong error={error} retry={() => void refetch()} />;
  return data === undefined ? <Waiting lines={2} /> : <Form {...props} envelope={data.envelope} />;
}

const kinds = ['member.corrected', 'member.updated'] as const;

function Form({ id, tenant, close, envelope }: AcceptDialogProps & { envelope: readonly KindField[] }) {
  const say = useCorrectionText();
  const [kind, setKind] = useState<(typeof kinds)[number]>('member.corrected');
  const nodes = useMemo(() => envelopeOf(envelope).filter(({ name }) => name in asked), [envelope]);
  const deciding = useMutation({
    networkMode: 'always',
    mutationFn: ({ reason, body }: { reason: string; body: object }) =>
      ask(decideCorrection, { id, tenant, isAccepted: true, kind, reason, ...body }),
    onSuccess: () => {
      const { paper } = typed.body;
      if (typeof paper === 'object' && paper !== null) rememberPaper(typed.values.paper as Record<string, unknown>);
      void answers.invalidateQueries();
    },
  });
  const refused = deciding.error instanceof Problem ? deciding.error.fields : [];
  const typed = useTyped({ nodes, tenant, refused, first: { effectiveOn: writePartialDay(thisDay()) } });
  const only = (name: string) => nodes.filter((node) => node.name === name);
  return (
    <FormContext value={typed.place}>
      <ReasonDialog
        title={say('accept')}
        isWide
        what={say(`${kind}.what`)}
        yes={say('accept')}
        isPending={deciding.isPending}
        error={deciding.error}
        go={(reason) => deciding.mutate({ reason, body: typed.body })}
        tried={typed.tried}
        isComplete={typed.isWhole}
        close={close}
        first={() => (
          <>
            <Choices
              label={say('how')}
              value={kind}
              choose={setKind}
              choices={kinds.map((one) => ({ value: one, label: say(one) }))}
            />
            <FormFields nodes={only('effectiveOn')} />
            <PaperFields node={only('paper')[0]} actor={undefined} />
          </>
        )}
      />
    </FormContext>
  );
}

/** What of the envelope is asked: who acts is whoever is competent, and the note says which request it follows. */
const asked: Readonly<Record<string, true>> = { effectiveOn: true, paper: true };
