import { useEffect, useMemo, useState } from 'react';
import type { KindField, KindForm } from '#/kernel/journal/contract.ts';
import { proposedAtMost } from '#/kernel/journal/proposal-contract.ts';
import { readTypedDay } from '../period/read-moment.ts';
import { thisDay, usePlace } from '../place.ts';
import { envelopeOf } from '../record/envelope.ts';
import type { FormPlace } from '../record/form/form-context.ts';
import { type FieldNode, isGroup, nodesOf } from '../record/form/nodes.ts';
import { bodyOf, type Values, withValue } from '../record/form/values.ts';
import { goToFirst } from '../record/go-to-first.ts';
import { rememberPaper } from '../record/last-paper.ts';
import { type Outgoing, sendOff } from '../record/outbox.ts';
import { useTold } from '../record/use-act.ts';
import { useDraft } from '../record/use-draft.ts';
import { useTouched } from '../record/use-form-id.ts';
import { useProposes } from '../session.ts';
import { judged } from './judged.ts';
import { keptList, type TypedList } from './kept-list.ts';
import { useManyText } from './many-texts.ts';
import { actsOf, type Row, repeated, type SubjectKind } from './rows.ts';
import { useBatch } from './use-batch.ts';
import { useList } from './use-list.ts';
import { useListNews } from './use-news.ts';

/** Acts of one batch. */
const postedAtMost = 5_000;

export interface ManyOf {
  kind: KindForm;
  envelope: readonly KindField[];
  subject: SubjectKind;
  id: string;
  begun: TypedList & { isShared: boolean; isLost: boolean };
  sent: Outgoing | undefined;
  /** One's own proposal that was returned, and that this one takes up again. */
  follows: string | undefined;
}

/** What was typed and chosen, the acts it makes, how it stands with each, and what becomes of it. */
export function useMany({ kind, envelope, subject, id, begun, sent, follows }: ManyOf) {
  const { isProposal, atMost } = useWay(kind.kind);
  const { tenant } = usePlace();
  const [values, setValues] = useState<Values>(begun.values);
  const [ownNames, setOwnNames] = useState(begun.ownNames);
  const [isTried, setTried] = useState(false);
  const fields = useFields(kind, envelope, subject, ownNames);
  const on = readTypedDay(String(values.effectiveOn ?? '')) ?? thisDay();
  const list = useList({ subject, ...begun }, { tenant, on });
  const { body: common, faults } = useMemo(() => bodyOf(fields.common, values), [fields.common, values]);
  const { listed, unread, twice } = listedOnce({ kind: kind.kind, subject }, common, list.rows, fields.own);
  const isOpen = sent === undefined || sent.state === 'refused';
  const batch = useBatch(listed, { tenant, isRefused: sent?.state === 'refused', asProposal: isProposal });
  const news = useListNews({ id, sent, list, tenant, tryAgain: batch.tryAgain });
  const states = judged({
    ...{ rows: list.rows, acts: listed, rehearsed: batch.rehearsed },
    ...{ twice, unread, ownNames, subject },
  });
  const told = useTold({ faults, problems: states.common, warnings: [], isTried });
  const title = useTitle(subject, list.rows.length, common.paper);
  const typed = { values, ownNames, rows: list.rows };
  const draft = useKeptDraft({ id, kind: kind.kind, title, tenant, isOpen }, typed, begun);
  // What is known to be wrong is shown; what could not be tried out goes, and the server judges.
  const isWrong =
    listed.length !== list.rows.length ||
    faults.length + unread.size > 0 ||
    (batch.error === null && !batch.rehearsed?.isPossible);
  const record = async () => {
    setTried(true);
    if (isWrong) return requestAnimationFrame(() => goToFirst(document.querySelector('main')));
    if (listed.length > atMost) return;
    if (await news.isNews()) return; // to be seen before it is recorded
    if (common.paper !== undefined) rememberPaper(values.paper as Values);
    const many = { count: listed.length, words: wordsOf(common.paper) };
    const item = { id, kind: kind.kind, title, tenant, acts: listed.map(({ act }) => act), warnings: [], many };
    await sendOff({ ...item, proposal: isProposal ? { follows } : undefined });
  };
  const place = placed({ kind: kind.kind, values, setValues, told, isTried, tenant, on });
  return {
    fields,
    ownNames,
    setOwnNames,
    list,
    states: states.rows,
    count: listed.length,
    batch,
    news: news.acts,
    place,
    record,
    draft,
    isOpen,
    isProposal,
    isTooMany: listed.length > atMost,
  };
}

/** Whether a list is proposed or recorded, and how long it may be. */
function useWay(kind: string): { isProposal: boolean; atMost: number } {
  const isProposal = useProposes(kind);
  return { isProposal, atMost: isProposal ? proposedAtMost : postedAtMost };
}

interface Placed extends Pick<FormPlace, 'kind' | 'values' | 'isTried' | 'on'> {
  setValues: (change: (before: Values) => Values) => void;
  told: ReadonlyMap<string, ReturnType<FormPlace['told']>>;
  tenant: string | undefined;
}

/** Where the fields in common are filled in. */
function placed({ setValues, told, tenant, ...form }: Placed): FormPlace {
  return {
    ...form,
    tenant: tenant ?? null,
    change: (path, value) => setValues((before) => withValue(before, path, value) as Values),
    told: (path) => told.get(path) ?? [],
  };
}

/** The acts of the rows whose person or unit stands on no earlier one. */
function listedOnce(of: Parameters<typeof actsOf>[0], common: Values, rows: readonly Row[], own: readonly FieldNode[]) {
  const twice = repeated(rows);
  const once = rows.filter((row) => !twice.has(row.id));
  const { acts: listed, unread } = actsOf(of, common, once, own);
  return { listed, unread, twice };
}

interface About {
  id: string;
  kind: string;
  title: string;
  tenant: string | undefined;
  isOpen: boolean;
}

/** The list as a draft: kept from the first change on. */
function useKeptDraft({ isOpen, ...about }: About, typed: TypedList, begun: ManyOf['begun']) {
  const [isShared, share] = useState(begun.isShared);
  const { values, ownNames, rows } = typed;
  const kept = useMemo(() => keptList({ values, ownNames, rows }), [values, ownNames, rows]);
  const [start] = useState({ text: JSON.stringify(kept), isShared });
  const { isTouched, touch } = useTouched(about.id);
  const isChanged = isTouched || isShared !== start.isShared || JSON.stringify(kept) !== start.text;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once
  useEffect(() => {
    if (isChanged) touch();
  }, [isChanged]);
  const many = rows.length;
  const { saved, drop } = useDraft({
    ...about,
    values: kept,
    isShared,
    isDraft: true,
    many,
    isTouched: isChanged && isOpen,
  });
  return { isShared, share, saved, drop, isUnsaved: isChanged && isOpen };
}

/** What a list is called among drafts: by its paper and how many it has. */
function useTitle(subject: SubjectKind, count: number, paper: unknown): string {
  const say = useManyText();
  return [wordsOf(paper), say(`${subject}.count`, { count })].filter((part) => part !== undefined).join(' · ');
}

function wordsOf(paper: unknown): string | undefined {
  const { number, issuer } = (paper ?? {}) as { number?: string; issuer?: string };
  return number === undefined ? undefined : `${number} ${issuer ?? ''}`.trim();
}

export interface ManyFields {
  /** Those that may be each one's own. */
  ownable: readonly FieldNode[];
  own: readonly FieldNode[];
  /** What all acts have alike: of the kind, and of every act. */
  shared: readonly FieldNode[];
  envelope: readonly FieldNode[];
  common: readonly FieldNode[];
}

function useFields(
  kind: KindForm,
  envelope: readonly KindField[],
  subject: SubjectKind,
  ownNames: readonly string[],
): ManyFields {
  return useMemo(() => {
    const nodes = nodesOf(kind.fields).filter(({ name }) => name !== subject);
    const ownable = nodes.filter((node) => !isGroup(node) && !node.field.isList && !node.isSensitive);
    const own = ownable.filter(({ name }) => ownNames.includes(name));
    const shared = nodes.filter((node) => !own.includes(node));
    const every = envelopeOf(envelope);
    return { ownable, own, shared, envelope: every, common: [...shared, ...every] };
  }, [kind, envelope, subject, ownNames]);
}
