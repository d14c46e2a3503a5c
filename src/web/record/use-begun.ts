import { useQuery } from '@tanstack/react-query';
import type { KindField, KindForm } from '#/kernel/journal/contract.ts';
import { readActForm, readDraft } from '#/kernel/journal/draft-contract.ts';
import { Problem } from '#/platform/errors.ts';
import { ask } from '../ask.ts';
import { usePlace } from '../place.ts';
import { envelopeOf } from './envelope.ts';
import { nodesOf } from './form/nodes.ts';
import { typedOf, type Values } from './form/values.ts';
import { lastPaper } from './last-paper.ts';
import type { RecordSearch } from './record-search.ts';
import { readSealed } from './sealed-store.ts';

/** What stands in a form when it is opened. */
export interface Begun {
  values: Values;
  isShared: boolean;
  /** It is somebody's draft already: it is kept without being asked. */
  isDraft: boolean;
}

/** What a form is made of: the kind's own fields, and those of every act. */
export interface Forms {
  kind: KindForm;
  envelope: readonly KindField[];
}

/** What a form begins with: what this tab or the server kept of it, the act to be corrected, or whom the address names. */
export function useBegun({ kind, envelope }: Forms, id: string, search: RecordSearch) {
  const { tenant, unit } = usePlace();
  const { data, error, refetch } = useQuery({
    queryKey: ['record', 'begun', kind.kind, id, search.instead, tenant],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: async (): Promise<Begun> => {
      if (search.draft !== undefined) {
        const kept = await readSealed<Begun>(`form.${id}`);
        if (kept !== null) return kept;
        const draft = await keptDraft(id, tenant);
        if (draft !== null) return { values: draft.body, isShared: draft.isShared, isDraft: true };
      }
      if (search.instead !== undefined)
        return { ...fresh, values: await toCorrect({ kind, envelope }, search.instead, tenant) };
      return { ...fresh, values: prefilled(kind, search, unit) };
    },
  });
  return { begun: data ?? null, error, retry: () => void refetch() };
}

const fresh = { isShared: false, isDraft: false };

async function keptDraft(id: string, tenant: string | undefined) {
  try {
    return await ask(readDraft, { id, tenant });
  } catch (error) {
    // Before anything was kept the address had the id already; a lost connection is told, not taken for an empty form.
    if (error instanceof Problem && error.status === 404) return null;
    throw error;
  }
}

async function toCorrect({ kind, envelope }: Forms, act: string, tenant: string | undefined): Promise<Values> {
  const { line } = await ask(readActForm, { id: act, tenant });
  const { note: _note, ...said } = line;
  return typedOf([...nodesOf(kind.fields), ...envelopeOf(envelope)], said);
}

function prefilled(kind: KindForm, { person, again }: RecordSearch, unit: string | null): Values {
  const takes = (name: string, type: string) =>
    kind.fields.some(({ field, types, isList }) => field === name && !isList && types.includes(type as 'unit'));
  const kept = lastPaper();
  const values: Values = {};
  if (person !== undefined && takes('person', 'person')) values.person = person;
  else if (takes('person', 'new-person') && 'person' in kind.example && typeof kind.example.person === 'object')
    values.person = {};
  if (unit !== null && takes('unit', 'unit')) values.unit = unit;
  if (kind.example.paper !== undefined) {
    const { issuer, signer, signingAs } = kept ?? {};
    values.paper = again === 'paper' && kept !== null ? kept : { issuer, signer, signingAs };
  }
  return values;
}
