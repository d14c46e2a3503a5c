import type { ActInput } from '#/kernel/journal/act.ts';
import { register } from '#/server/parts.ts';
import { usedId } from './bad-acts.ts';

const unit = (code: string, kind: string, parent?: string, effectiveOn = '2010-01-01'): ActInput => ({
  kind: 'unit.established',
  effectiveOn,
  unit: { code, name: `Đơn vị ${code}`, kind, ...(parent ? { parent } : {}) },
});
const member = (code: string, effectiveOn = '2015-01-01'): ActInput => ({
  kind: 'member.registered',
  effectiveOn,
  person: { code, name: `Lê Văn ${code}`, born: '1950', sex: 'male', admittedOn: '1980-05-19' },
  cell: 'HH.001.01',
  status: 'official',
});

/** The units and persons that the examples speak of, and some that are not as an act wants them. */
export const known: ActInput[] = [
  { ...unit('NB', 'provincial'), id: usedId },
  unit('HH', 'district', 'NB'),
  unit('ND-K', 'bloc', 'NB'),
  ...['ND-K.044', 'ND-K.045', 'KCQ.012'].map((code) => unit(code, 'grassroots-cell', 'ND-K')),
  ...['HH.001', 'HH.002', 'HH.003', 'HH.004'].map((code) => unit(code, 'grassroots-body', 'HH')),
  ...['HH.001.01', 'HH.001.02', 'GONE'].map((code) => unit(code, 'cell', 'HH.001')),
  { kind: 'unit.dissolved', effectiveOn: '2014-01-01', unit: 'GONE', successor: 'HH.001.02' },
  unit('LATE', 'cell', 'HH.001', '2026-06-01'),
  ...['P1', 'P2', 'P3', 'P4', 'DEAD', 'OUT', 'AWAY'].map((code) => member(code)),
  member('P-LATE', '2026-06-01'),
  { kind: 'member.died', effectiveOn: '2016-01-01', person: 'DEAD' },
  { kind: 'member.expelled', effectiveOn: '2016-01-01', person: 'OUT' },
  {
    kind: 'transfer.issued',
    effectiveOn: '2016-01-01',
    person: 'AWAY',
    destination: { place: 'province', name: 'Tỉnh ủy B' },
  },
];

/** The example of a kind, as a line that may be posted. */
export const example = (kind: string) => register.kinds.get(kind)?.example as ActInput;

/** What has to be recorded before the example of a kind can be. */
export const before: Readonly<Record<string, readonly string[]>> = {
  'target.cancelled': ['target.assigned'],
  'post.ratified': ['post.assumed'],
  'post.left': ['post.assumed'],
  'unit.disciplineEnded': ['unit.disciplined'],
  'member.disciplineEnded': ['member.disciplined'],
  'strengthening.closed': ['strengthening.opened'],
  'model.recognised': ['model.registered'],
  'model.revoked': ['model.recognised'],
  'petition.settled': ['petition.received'],
};

/** Whether the example of a kind may be recorded over `known`: whoever enters or is brought in by one is known there already. */
export function fitsKnown(kind: string): boolean {
  return !/^(unit\.(est|spl|cons)|act\.|admission|transfer\.(rec|can|con)|member\.(reg|adm|temporarilyReceived|res|readm|.*Ended|.*Returned|recog)|unit\.(upg|down|ended)|member\.corrected)/.test(
    kind,
  );
}
