import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Rehearsed } from '#/kernel/journal/rehearse-contract.ts';
import { type Language, useLanguage } from '#/platform/i18n/texts.ts';
import { readTypedDay } from '../period/read-moment.ts';
import { thisDay, usePlace } from '../place.ts';
import { useProposes } from '../session.ts';
import { ActorFields } from './ActorFields.tsx';
import styles from './ActPage.module.css';
import { envelopeOf } from './envelope.ts';
import { FormFields } from './form/FormFields.tsx';
import { FormContext, type Told } from './form/form-context.ts';
import { type FieldNode, nodesOf } from './form/nodes.ts';
import { type Path, type Values, withValue } from './form/values.ts';
import { goToFirst } from './go-to-first.ts';
import { LeaveDialog } from './LeaveDialog.tsx';
import { rememberPaper } from './last-paper.ts';
import { type Outgoing, sendOff } from './outbox.ts';
import { PaperFields } from './PaperFields.tsx';
import { Preview } from './Preview.tsx';
import { RecordBar } from './RecordBar.tsx';
import { useRecordingText } from './record-texts.ts';
import { useAct, useTold } from './use-act.ts';
import type { Forms } from './use-begun.ts';
import { useDraft } from './use-draft.ts';
import { useTouched } from './use-form-id.ts';
import type { Begun } from './use-kept.ts';
import { useMeanwhile } from './use-meanwhile.ts';

interface ActFormProps {
  forms: Forms;
  id: string;
  begun: Begun;
  instead: string | undefined;
  follows: string | undefined;
  sent: Outgoing | undefined;
}

/** The form of one act, with what it would change beside it. */
export function ActForm({ forms, id, begun, instead, follows, sent }: ActFormProps) {
  const { kind } = forms;
  const { tenant } = usePlace();
  const { language } = useLanguage();
  const say = useRecordingText();
  const isProposal = useProposes(kind.kind);
  const form = useRef<HTMLFormElement>(null);
  const [isTried, setTried] = useState(false);
  const { values, change, isTouched, isShared, share } = useTyped(begun, id);
  const { own, envelope, nodes } = useNodes(forms);
  const { act, faults, rehearsed, error, isSettled, tryAgain } = useAct({
    ...{ id, kind: kind.kind, nodes, values, instead, tenant, isProposal },
  });
  const meanwhile = useMeanwhile({ id, values, rehearsed, tenant, isRefused: sent?.state === 'refused', tryAgain });
  const isCorrection = instead !== undefined;
  const isOpen = sent === undefined || sent.state === 'refused';
  const problems = rehearsed?.problems ?? [];
  const told = useTold({ faults, problems, warnings: rehearsed?.warnings ?? [], isTried });
  const title = titleOf(values, rehearsed?.effects.persons[0]?.name ?? rehearsed?.effects.units[0]?.name);
  const { saved, drop } = useDraft({
    ...begun,
    id,
    kind: kind.kind,
    title,
    values,
    isShared,
    tenant,
    isTouched: isTouched && isOpen,
  });
  const place = { kind: kind.kind, ...placeOf(values, told, tenant), change, isTried };
  // What is known to be wrong is shown; what could not be tried out (yet) goes, and the server judges.
  const isWrong = faults.length > 0 || (isSettled && error === null && problems.length > 0);
  const record = async () => {
    setTried(true);
    if (isWrong) return requestAnimationFrame(() => goToFirst(form.current));
    if (await meanwhile.isNews()) return; // to be seen before it is recorded
    if (typeof values.paper === 'object') rememberPaper(values.paper as Values);
    const proposal = isProposal ? { follows } : undefined;
    await sendOff({ ...sentAs(kind, title, language, rehearsed), id, tenant, acts: [act], proposal });
  };
  return (
    <FormContext value={place}>
      <form ref={form} className={styles.form} noValidate {...keys(() => void record())}>
        <Sections {...{ own, envelope, isCorrection }} example={kind.example} actor={rehearsed?.actors[0]} />
        <Preview
          {...{ rehearsed, error, isSettled, told, nodes, meanwhile }}
          refused={isOpen ? sent?.problem : undefined}
        />
        <RecordBar
          {...{ id, sent, saved, isShared, share }}
          label={say(isProposal ? 'propose' : isCorrection ? 'recordCorrection' : 'record')}
        />
      </form>
      <LeaveDialog isUnsaved={isTouched && isOpen} isSaved={saved.state === 'saved'} drop={drop} />
    </FormContext>
  );
}

/** How an act is called on its way, with the rules it was warned of. */
function sentAs({ kind, title }: Forms['kind'], about: string, language: Language, rehearsed: Rehearsed | undefined) {
  const warnings = (rehearsed?.warnings ?? []).map(({ message }) => message[language]);
  return { kind, title: `${title[language]}: ${about}`, warnings };
}

function useNodes({ kind, envelope: every }: Forms) {
  return useMemo(() => {
    const [own, envelope] = [nodesOf(kind.fields), envelopeOf(every)];
    return { own, envelope, nodes: [...own, ...envelope] };
  }, [kind, every]);
}

function placeOf(values: Values, told: ReadonlyMap<string, Told[]>, tenant: string | undefined) {
  return {
    values,
    told: (path: string) => told.get(path) ?? [],
    tenant: tenant ?? null,
    on: readTypedDay(String(values.effectiveOn ?? '')) ?? thisDay(),
  };
}

/** What is typed, and whether it was. */
function useTyped(begun: Begun, id: string) {
  const { isTouched, touch } = useTouched(id);
  const [values, setValues] = useState<Values>(begun.values);
  const [isShared, setShared] = useState(begun.isShared);
  const change = (path: Path, value: unknown) => {
    touch();
    setValues((before) => withValue(before, path, value) as Values);
  };
  const share = (next: boolean) => {
    touch();
    setShared(next);
  };
  return { values, isTouched, isShared, change, share };
}

function titleOf(values: Values, named: string | null | undefined): string {
  const { person, unit, cell } = values;
  const fresh = typeof person === 'object' && person !== null ? (person as Values).name : undefined;
  return [fresh, named, unit, cell].find((one): one is string => typeof one === 'string' && one !== '') ?? '';
}

interface SectionsProps {
  own: readonly FieldNode[];
  envelope: readonly FieldNode[];
  example: Record<string, unknown>;
  isCorrection: boolean;
  actor: Parameters<typeof ActorFields>[0]['rehearsed'];
}

function Sections({ own, envelope, example, isCorrection, actor }: SectionsProps) {
  const named = (name: string) => envelope.filter((node) => node.name === name);
  // A correction needs its reason, and shows all that was recorded.
  const notes = isCorrection ? named('note').map(asRequired) : named('note');
  return (
    <div className={styles.fields}>
      <Section title="what">
        <FormFields nodes={own} first={isCorrection ? undefined : example} />
      </Section>
      <Section title="when">
        <FormFields nodes={named('effectiveOn')} />
        <ActorFields node={named('actor')[0]} rehearsed={actor} />
      </Section>
      <PaperFields node={named('paper')[0]} actor={actor?.unit?.name} />
      <Section title={isCorrection ? 'reason' : 'note'}>
        <FormFields nodes={notes} />
      </Section>
    </div>
  );
}

const asRequired = (node: FieldNode): FieldNode => ({ ...node, field: { ...node.field, required: true } });

function Section({ title, children }: { title: 'what' | 'when' | 'note' | 'reason'; children: React.ReactNode }) {
  const say = useRecordingText();
  return (
    <section className={styles.section} aria-label={say(title)}>
      <h2>{say(title)}</h2>
      <div className={styles.grid}>{children}</div>
    </section>
  );
}

/** Enter and Ctrl+Enter record; Enter on a button presses that button. */
function keys(record: () => void) {
  return {
    onSubmit: (event: React.FormEvent) => {
      event.preventDefault();
      record();
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      record();
    },
  };
}
