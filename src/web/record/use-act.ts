import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { type RehearsedProblem, rehearseActs } from '#/kernel/journal/rehearse-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { ask } from '../ask.ts';
import type { Told } from './form/form-context.ts';
import { useFormText } from './form/form-texts.ts';
import type { FieldNode } from './form/nodes.ts';
import { bodyOf, type Values } from './form/values.ts';
import { useRecordingText } from './record-texts.ts';

export interface ActToRecord {
  id: string;
  kind: string;
  nodes: readonly FieldNode[];
  values: Values;
  instead: string | undefined;
  tenant: string | undefined;
  /** It is tried out as an act that others will record. */
  isProposal: boolean;
}

/** While somebody types, every letter would be a question. */
const pause = 450;

const noReason: RehearsedProblem = { act: 0, field: 'note', code: 'field.missing', message: { vi: '', en: '' } };

/** The act that a form makes, tried out on the server while one types: what is wrong, and what it would change. */
export function useAct({ id, kind, nodes, values, instead, tenant, isProposal: asProposal }: ActToRecord) {
  const { body, faults } = useMemo(() => bodyOf(nodes, values), [nodes, values]);
  const act = useMemo(
    () => ({ id, kind, ...body, ...(instead === undefined ? {} : { withdraws: instead }) }),
    [id, kind, body, instead],
  );
  const settled = useSettled(act);
  // A correction has to say why; what it would change is seen before.
  const isWithoutReason = instead !== undefined && (settled as { note?: unknown }).note === undefined;
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: [rehearseActs.path, tenant, asProposal, settled],
    queryFn: async ({ signal }) => {
      if (!isWithoutReason) return ask(rehearseActs, { tenant, asProposal, acts: [settled] }, signal);
      const tried = await ask(rehearseActs, { tenant, asProposal, acts: [{ ...settled, note: '…' }] }, signal);
      return { ...tried, problems: [...tried.problems, noReason] };
    },
    enabled: Object.keys(body).length > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  return { act, faults, rehearsed: data, error, isSettled: settled === act && !isFetching, tryAgain: refetch };
}

function useSettled<T>(value: T): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

type Problems = readonly Pick<RehearsedProblem, 'field' | 'code' | 'rule' | 'message'>[];

interface ToTell {
  faults: ReturnType<typeof bodyOf>['faults'];
  problems: Problems;
  warnings: Problems;
  isTried: boolean;
}

/** What is to be told at which field; what is missing only once somebody has tried to record. */
export function useTold({ faults, problems, warnings, isTried }: ToTell): Map<string, Told[]> {
  const { language } = useLanguage();
  const sayForm = useFormText();
  const say = useRecordingText();
  const told = new Map<string, Told[]>();
  const tell = (path: string, one: Told) => {
    const before = told.get(path) ?? [];
    if (!before.some(({ text }) => text === one.text)) told.set(path, [...before, one]);
  };
  for (const { path, code } of faults) tell(path, { text: sayForm(code), tone: 'wrong' });
  for (const { field = '', code, message, rule } of problems) {
    if (faults.some(({ path }) => path === field)) continue; // what cannot be read is not missing
    if (code !== 'field.missing') tell(field, { text: message[language], rule, tone: 'wrong' });
    else if (isTried) tell(field, { text: say('required'), tone: 'wrong' });
  }
  for (const { field = '', message, rule } of warnings) tell(field, { text: message[language], rule, tone: 'warning' });
  return told;
}
