import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { KindField, KindForm } from '#/kernel/journal/contract.ts';
import { WrongLine } from '#/platform/ui/states.tsx';
import { readTypedDay } from '../period/read-moment.ts';
import { thisDay, usePlace } from '../place.ts';
import { envelopeOf } from '../record/envelope.ts';
import { FormContext, type FormPlace } from '../record/form/form-context.ts';
import { type FieldNode, isGroup, nodesOf } from '../record/form/nodes.ts';
import { bodyOf, type Values, withValue } from '../record/form/values.ts';
import { goToFirst } from '../record/go-to-first.ts';
import { lastPaper, rememberPaper } from '../record/last-paper.ts';
import { useTold } from '../record/use-act.ts';
import { CommonFields } from './CommonFields.tsx';
import { Done } from './Done.tsx';
import { judged } from './judged.ts';
import styles from './ManyPage.module.css';
import { useManyText } from './many-texts.ts';
import { PeoplePart } from './PeoplePart.tsx';
import { actsOf, repeated } from './rows.ts';
import { Sum } from './Sum.tsx';
import { postedAtMost, useBatch } from './use-batch.ts';
import { usePeople } from './use-people.ts';

interface ManyFormProps {
  kind: KindForm;
  envelope: readonly KindField[];
}

/** Paper and common fields once, the people, what all of it changes, and one press. */
export function ManyForm(props: ManyFormProps) {
  const say = useManyText();
  const many = useMany(props);
  const { fields, people, place, listed, batch } = many;
  const { data, error, isSettled, recording } = batch;
  const count = listed.length;
  if (recording.data !== undefined) return <Done receipt={recording.data} paper={many.paper} />;
  return (
    <div className={styles.columns}>
      <div className={styles.fields}>
        <FormContext value={place}>
          <CommonFields {...many} actor={data?.actors[0]?.unit?.name} />
        </FormContext>
        <PeoplePart
          people={people}
          fields={fields}
          states={many.states}
          tenant={place.tenant ?? undefined}
          on={place.on}
          noticeOwn={(names) => many.setOwnNames((before) => [...new Set([...before, ...names])])}
        />
      </div>
      <aside className={styles.aside} aria-label={say('sum')} aria-busy={!isSettled}>
        <Sum rehearsed={count > 0 ? data : undefined} error={error} isWaiting={count > 0 && !isSettled} />
        {recording.error === null ? null : <WrongLine error={recording.error} />}
        {count > postedAtMost ? <p role="alert">{say('tooMany')}</p> : null}
        <Button
          type="primary"
          size="large"
          loading={recording.isPending}
          disabled={count === 0 || !isSettled}
          onClick={many.record}
        >
          {say('press', { count })}
        </Button>
      </aside>
    </div>
  );
}

/** What was typed and chosen, the acts it makes, and how it stands with each. */
function useMany({ kind, envelope }: ManyFormProps) {
  const { tenant } = usePlace();
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const [values, setValues] = useState<Values>(() => startOf(kind));
  const [ownNames, setOwnNames] = useState<readonly string[]>([]);
  const [isTried, setTried] = useState(false);
  const fields = useFields(kind, envelope, ownNames);
  const on = readTypedDay(String(values.effectiveOn ?? '')) ?? thisDay();
  const people = usePeople(search, { tenant, on });
  const { body: common, faults } = useMemo(() => bodyOf(fields.common, values), [fields.common, values]);
  const twice = repeated(people.rows);
  const once = people.rows.filter(({ id }) => !twice.has(id));
  const { acts: listed, unread } = actsOf(kind.kind, common, once, fields.own);
  const batch = useBatch(listed, tenant);
  const rehearsed = batch.isSettled ? batch.data : undefined;
  const states = judged({ rows: people.rows, acts: listed, rehearsed, twice, unread, ownNames });
  const told = useTold({ faults, problems: states.common, warnings: [], isTried });
  const isGood = listed.length === people.rows.length && faults.length === 0 && rehearsed?.isPossible === true;
  const record = () => {
    setTried(true);
    if (!isGood) requestAnimationFrame(() => goToFirst(document.querySelector('main')));
    if (!isGood || batch.recording.isPending || listed.length > postedAtMost) return;
    if (common.paper !== undefined) rememberPaper(values.paper as Values);
    batch.recording.mutate();
  };
  const place: FormPlace = {
    values,
    change: (path, value) => setValues((before) => withValue(before, path, value) as Values),
    told: (path) => told.get(path) ?? [],
    isTried,
    tenant: tenant ?? null,
    on,
  };
  return {
    fields,
    ownNames,
    setOwnNames,
    people,
    states: states.rows,
    listed,
    batch,
    place,
    record,
    paper: common.paper,
  };
}

export interface ManyFields {
  /** Those that may be each person's own. */
  ownable: readonly FieldNode[];
  own: readonly FieldNode[];
  /** What all acts have alike: of the kind, and of every act. */
  shared: readonly FieldNode[];
  envelope: readonly FieldNode[];
  common: readonly FieldNode[];
}

function useFields(kind: KindForm, envelope: readonly KindField[], ownNames: readonly string[]): ManyFields {
  return useMemo(() => {
    const nodes = nodesOf(kind.fields).filter(({ name }) => name !== 'person');
    const ownable = nodes.filter((node) => !isGroup(node) && !node.field.isList && !node.isSensitive);
    const own = ownable.filter(({ name }) => ownNames.includes(name));
    const shared = nodes.filter((node) => !own.includes(node));
    const every = envelopeOf(envelope);
    return { ownable, own, shared, envelope: every, common: [...shared, ...every] };
  }, [kind, envelope, ownNames]);
}

function startOf(kind: KindForm): Values {
  if (kind.example.paper === undefined) return {};
  const { issuer, signer, signingAs } = lastPaper() ?? {};
  return { paper: { issuer, signer, signingAs } };
}
