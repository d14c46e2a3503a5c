import type { KindField, KindForm } from '#/kernel/journal/contract.ts';
import { readActForm } from '#/kernel/journal/draft-contract.ts';
import { readProposal } from '#/kernel/journal/proposal-contract.ts';
import { ask } from '../ask.ts';
import { usePlace } from '../place.ts';
import { envelopeOf } from './envelope.ts';
import { nodesOf } from './form/nodes.ts';
import { typedOf, type Values } from './form/values.ts';
import { lastPaper } from './last-paper.ts';
import type { RecordSearch } from './record-search.ts';
import { useKept } from './use-kept.ts';

/** What a form is made of: the kind's own fields, and those of every act. */
export interface Forms {
  kind: KindForm;
  envelope: readonly KindField[];
}

/** What a form begins with: what this tab or the server kept of it, the act to be corrected, or whom the address names. */
export function useBegun({ kind, envelope }: Forms, id: string, search: RecordSearch) {
  const { tenant, unit } = usePlace();
  const { draft, instead, follows } = search;
  return useKept([kind.kind, instead, follows], {
    ...{ id, isNamed: draft !== undefined, tenant },
    fresh: async () => {
      if (follows !== undefined) return takenUp({ kind, envelope }, follows, tenant);
      return instead === undefined ? prefilled(kind, search, unit) : toCorrect({ kind, envelope }, instead, tenant);
    },
  });
}

async function toCorrect({ kind, envelope }: Forms, act: string, tenant: string | undefined): Promise<Values> {
  const { line } = await ask(readActForm, { id: act, tenant });
  const { note: _note, ...said } = line;
  return typedOf([...nodesOf(kind.fields), ...envelopeOf(envelope)], said);
}

/** What one has proposed and got back. */
async function takenUp({ kind, envelope }: Forms, id: string, tenant: string | undefined): Promise<Values> {
  const { act } = await ask(readProposal, { id, tenant });
  return typedOf([...nodesOf(kind.fields), ...envelopeOf(envelope)], act ?? {});
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
