import { act, elsewhere, type Line, many, person } from './line.ts';

const wishFor = (code: string) => ({ person: person(code), field: 'birthPlace', after: 'Xã Mẫu', reason: 'x' });
const scan = { query: 'name=a.pdf&declaredUnclassified=1', payload: Buffer.from('%PDF-1.7\nx\n%%EOF\n') };

/** Requests for correction and what stands beside them. */
export const correctionLines: Readonly<Record<string, Line>> = {
  'POST /api/corrections': {
    roles: 'MCOD',
    inside: { payload: wishFor('P1') },
    outside: many({ payload: wishFor('P2') }, { payload: { ...wishFor('P1'), scope: 'A.2' } }),
  },
  'GET /api/correctable-fields': {
    roles: 'MCOD',
    inside: `person=${person('P1')}`,
    outside: many(`person=${person('P2')}`, `person=${person('P1')}&scope=A.2`),
  },
  'GET /api/corrections': { roles: 'MCOD', inside: '', outside: elsewhere },
  'GET /api/corrections/{id}': {
    roles: 'MCOD',
    inside: { at: { id: 'others.correction' } },
    outside: { at: { id: 'others.far' } },
  },
  'POST /api/corrections/{id}/decide': {
    roles: 'OD',
    inside: { at: { id: 'others.decided' }, payload: { isAccepted: false, reason: 'x' } },
    status: 409,
    outside: { at: { id: 'others.far' }, payload: { isAccepted: false, reason: 'x' } },
  },
  'POST /api/corrections/{id}/reveal': {
    roles: 'OD',
    inside: { at: { id: 'others.correction' }, payload: { reason: 'x' } },
    outside: { at: { id: 'others.far' }, payload: { reason: 'x' } },
  },
  // By the operator: a scan is put beside a request by who asked, and opened by them and by who decides (evidence.test.ts).
  'POST /api/corrections/{id}/evidence': {
    roles: 'MCOD',
    inside: { at: { id: 'others.correction' }, ...scan },
    status: 403,
    outside: { at: { id: 'others.far' }, ...scan },
  },
  'GET /api/corrections/{id}/evidence/{file}': {
    roles: 'MCOD',
    inside: { at: { id: 'others.correction', file: act('no file') } },
    status: 404,
    outside: many(
      { at: { id: 'others.far', file: 'others.farEvidence' } },
      { at: { id: 'others.correction', file: 'others.farEvidence' } },
      { at: { id: 'others.far', file: 'others.evidence' } },
      { at: { id: 'others.correction', file: 'others.own' } },
    ),
  },
  'POST /api/corrections/{id}/evidence/{file}/remove': {
    roles: 'MCOD',
    inside: { at: { id: 'others.correction', file: act('no file') }, payload: { reason: 'x' } },
    status: 403,
    outside: { at: { id: 'others.far', file: 'others.farEvidence' }, payload: { reason: 'x' } },
  },
};
