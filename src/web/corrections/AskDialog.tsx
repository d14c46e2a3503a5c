import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { v7 } from 'uuid';
import {
  askCorrection,
  type Correctable,
  listCorrectable,
  listCorrections,
} from '#/domain/members/correction-contract.ts';
import { Problem } from '#/platform/errors.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { ReasonDialog } from '#/platform/ui/ReasonDialog.tsx';
import { Select } from '#/platform/ui/Select.tsx';
import { Waiting, WrongLine } from '#/platform/ui/states.tsx';
import { keepPlace } from '../address.ts';
import { answers, ask, useAsk } from '../ask.ts';
import { FormContext } from '../record/form/form-context.ts';
import { useTyped } from '../record/form/use-typed.ts';
import { useCorrectionText } from './correction-texts.ts';
import { emptyObject, type Item, nodeOf, WishFields } from './WishFields.tsx';

interface AskDialogProps {
  /** Whose record; one's own unless told. */
  person?: string;
  tenant: string | undefined;
  close: () => void;
}

/** Asks that a field of a record be corrected: one's own, or that of a member whom one sees. */
export function AskDialog(props: AskDialogProps) {
  const { person, tenant } = props;
  const { data, error } = useAsk(listCorrectable, { person, tenant });
  if (error !== null) return <WrongLine error={error} />;
  return data === undefined ? <Waiting lines={1} /> : <Form {...props} correctable={data} />;
}

const groups = ['sheet', 'sensitive', 'number', 'detail'] as const;

function Form({ person, tenant, close, correctable }: AskDialogProps & { correctable: Correctable }) {
  const say = useCorrectionText();
  const { language } = useLanguage();
  const [field, setField] = useState('');
  const [isEmptied, setEmptied] = useState(false);
  const item = correctable.items.find((one) => one.field === field) ?? null;
  const node = useMemo(() => nodeOf(correctable, field, say('after')), [correctable, field, say]);
  const nodes = useMemo(() => (node === null || isEmptied ? [] : [node]), [node, isEmptied]);
  const sending = useSending({ person, tenant }, close);
  const refused = sending.error instanceof Problem ? sending.error.fields : [];
  // The server knows the field by what it is to the request: what should stand there.
  const typed = useTyped({ nodes, tenant, refused: refused.map((one) => ({ ...one, field })) });
  const after = isEmptied ? null : typed.body[field];
  const choose = (next: string) => {
    setField(next);
    setEmptied(false);
    typed.clear();
  };
  const options = groups.flatMap((group) => optionsOf(correctable.items, group, say(`group.${group}`), language));
  return (
    <FormContext value={typed.place}>
      <ReasonDialog
        title={person === undefined ? say('askTitle') : say('askTitleOf', { name: correctable.name })}
        what={say('askWhat')}
        yes={say('send')}
        isPending={sending.isPending}
        error={sending.error}
        go={(reason) => sending.mutate({ field, after, reason })}
        tried={typed.tried}
        isComplete={item !== null && typed.isWhole && (isEmptied || !emptyObject(after))}
        reasonLabel={say('grounds')}
        close={close}
        first={(isTried) => (
          <>
            <Select
              label={say('field')}
              value={field}
              choose={choose}
              options={[{ value: '', label: say('chooseField') }, ...options]}
              fault={isTried && item === null ? say('needed') : null}
            />
            {item === null ? null : (
              <WishFields
                item={item}
                nodes={nodes}
                isEmptied={isEmptied}
                setEmptied={setEmptied}
                fault={isTried && !isEmptied && typed.isWhole && emptyObject(after) ? say('needed') : null}
              />
            )}
          </>
        )}
      />
    </FormContext>
  );
}

function optionsOf(items: readonly Item[], group: Item['group'], title: string, language: 'vi' | 'en') {
  return items
    .filter((item) => item.group === group)
    .map(({ field, label }) => ({ value: field, label: label[language], group: title }));
}

/** The id is made once, so that pressing again after the network broke asks nothing twice. */
function useSending({ person, tenant }: Pick<AskDialogProps, 'person' | 'tenant'>, close: () => void) {
  const [id] = useState(() => v7());
  const navigate = useNavigate();
  return useMutation({
    networkMode: 'always',
    mutationFn: (wish: { field: string; after: unknown; reason: string }) =>
      ask(askCorrection, { id, person, tenant, ...wish, after: wish.after as never }),
    onSuccess: () => {
      void answers.invalidateQueries({ queryKey: [listCorrections.path] });
      close();
      // There stand the papers that bear it out, and what becomes of it.
      void navigate({ to: '/corrections/$correction', params: { correction: id }, search: keepPlace });
    },
  });
}
