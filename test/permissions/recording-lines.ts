import { uuidv7 } from '#/platform/ids.ts';
import { id } from '../two-communes.ts';
import { act, all, elsewhere, type Line, many, meeting, ndjson, officers, person } from './line.ts';

const photo = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb004300ffd9', 'hex');
const photoOf = (code: string) => `person=${person(code)}&purpose=photo&name=a.jpg&declaredUnclassified=1`;
const draft = (role: string) => ({ id: uuidv7(), kind: 'meeting.held', title: role, body: {} });
const importOf = (payload: object = {}) => ({ at: { id: 'others.import' }, payload });

/** Acts, what is proposed and kept of them, their papers, and files of them. */
export const recordingLines: Readonly<Record<string, Line>> = {
  'POST /api/acts': {
    roles: 'CODI',
    inside: { payload: (role) => ({ acts: [{ ...meeting('A.1.1'), note: role }] }) },
    outside: many(
      { payload: { acts: [meeting('A.2.1')] } },
      { payload: { acts: [meeting('A.1.1')], scope: 'A.2' } },
      { payload: { acts: [meeting('B.1')], tenant: 'B' } },
    ),
  },
  'GET /api/acts': { roles: 'CODILU', inside: '', outside: many('unit=A.2', 'unit=A', ...elsewhere) },
  'GET /api/acts/{id}': {
    roles: 'CODILU',
    inside: { at: { id: act('registered P1') } },
    outside: many({ at: { id: act('registered P2') } }, { at: { id: act('registered Q1') }, query: 'tenant=B' }),
  },
  'POST /api/attachments': {
    roles: 'CODI',
    inside: { query: photoOf('P1'), payload: photo },
    outside: { query: photoOf('P2'), payload: photo },
  },
  'GET /api/attachments': {
    roles: officers,
    inside: `person=${person('P1')}`,
    outside: many(`person=${person('P2')}`, `act=${act('registered P2')}`),
  },
  'GET /api/attachments/{id}': {
    roles: officers,
    inside: { at: { id: 'others.own' } },
    // Evidence of a request is no attachment of the person, also where the person is seen.
    outside: many({ at: { id: 'others.attachment' } }, { at: { id: 'others.evidence' } }),
  },
  'POST /api/attachments/{id}/remove': {
    roles: 'CODI',
    inside: { at: { id: 'others.attachment' }, payload: { reason: 'x' } },
    status: 404,
    outside: { at: { id: 'others.evidence' }, payload: { reason: 'x' } },
  },
  'POST /api/acts/rehearse': {
    roles: 'CODI',
    inside: { payload: { acts: [meeting('A.1.1')] } },
    outside: many({ payload: { acts: [meeting('A.2.1')] } }, { payload: { acts: [meeting('A.1.1')], scope: 'A.2' } }),
  },
  'POST /api/proposals': {
    roles: 'CODI',
    inside: { payload: { act: { ...meeting('A.1.1'), id: id('no such proposal'), unit: 'nowhere' } } },
    status: 422,
    outside: many(
      { payload: { act: { ...meeting('A.2.1'), id: id('proposal outside') } } },
      { payload: { act: { ...meeting('B.1'), id: id('proposal outside') }, tenant: 'B' } },
    ),
  },
  'GET /api/proposals': { roles: 'CODI', inside: 'box=in', outside: 'box=out&tenant=B' },
  'GET /api/proposals/{id}': { roles: 'CODI', inside: { at: { id: 'others.proposal' } }, status: 404 },
  'POST /api/proposals/{id}/record': {
    roles: 'CODI',
    inside: { at: { id: 'others.proposal' }, payload: { seenAt: '2027-01-01T00:00:00Z' } },
    status: 404,
  },
  'POST /api/proposals/{id}/return': {
    roles: 'CODI',
    inside: { at: { id: 'others.proposal' }, payload: { reason: 'x' } },
    status: 404,
  },
  'POST /api/proposals/{id}/withdraw': { roles: 'CODI', inside: { at: { id: 'others.proposal' } }, status: 404 },
  'GET /api/inbox': { roles: all, inside: '', outside: many('unit=A.2', 'unit=A', 'unit=B', 'tenant=B') },
  'GET /api/act-drafts': { roles: 'CODI', inside: '', outside: many(...elsewhere) },
  'POST /api/act-drafts': {
    roles: 'CODI',
    inside: { payload: draft },
    outside: { payload: { ...draft('x'), scope: 'A.2' } },
  },
  'GET /api/act-drafts/{id}': { roles: 'CODI', inside: { at: { id: 'others.draft' } }, status: 404 },
  'POST /api/act-drafts/{id}/delete': { roles: 'CODI', inside: { at: { id: 'others.draft' } } },
  'GET /api/person-label/{person}': {
    roles: officers,
    inside: { at: { person: person('P1') } },
    outside: many({ at: { person: person('P2') } }, { at: { person: person('Q1') }, query: 'tenant=B' }),
  },
  'GET /api/acts/{id}/form': {
    roles: 'CODI',
    inside: { at: { id: act('registered P1') } },
    outside: { at: { id: act('registered P2') } },
  },
  'GET /api/kind-obstacles': {
    roles: 'CODI',
    inside: `person=${person('P1')}`,
    outside: many(`person=${person('P2')}`, 'unit=A.2', 'unit=A'),
  },
  'GET /api/destinations': {
    roles: 'CODI',
    inside: 'kind=none&q=A.2.1', // of a kind that is theirs: src/server/recording/destinations.test.ts
    status: 422,
    outside: 'kind=member.transferred&q=B.1&tenant=B',
  },
  'GET /api/acts/{id}/story': {
    roles: 'CODILU',
    inside: { at: { id: act('registered P1') } },
    outside: many({ at: { id: act('registered P2') } }, { at: { id: act('post A.2.1') } }),
  },
  'GET /api/paper-search': { roles: 'CODILU', inside: 'q=1-QĐ', outside: many('q=1-QĐ&scope=A.2', 'q=1-QĐ&tenant=B') },
  'GET /api/members/{person}': {
    roles: officers,
    inside: { at: { person: person('P1') } },
    outside: many({ at: { person: person('P2') } }, { at: { person: person('Q1') }, query: 'tenant=B' }),
  },
  'GET /api/members/{person}/sheet': {
    roles: officers,
    inside: { at: { person: person('P1') }, query: 'format=docx' },
    outside: { at: { person: person('P2') }, query: 'format=docx' },
  },
  'GET /api/import-templates/{kind}': { roles: 'OD', inside: { at: { kind: 'units' } } },
  'POST /api/imports': {
    roles: 'OD',
    inside: { query: 'name=x.ndjson', payload: ndjson },
    outside: many(
      { query: 'name=x.ndjson&tenant=B', payload: ndjson },
      { query: 'name=x.csv&scope=A.2', payload: ndjson },
    ),
  },
  'GET /api/imports': { roles: 'OD', inside: '', outside: 'tenant=B' },
  'GET /api/imports/template': { roles: 'OD', inside: '' },
  'GET /api/imports/{id}': { roles: 'OD', inside: importOf(), status: 404 },
  'POST /api/imports/{id}/plan': { roles: 'OD', inside: importOf({ plan: { sheets: [], newUnits: [] } }), status: 404 },
  'POST /api/imports/{id}/check': { roles: 'OD', inside: importOf(), status: 404 },
  'GET /api/imports/{id}/rows': { roles: 'OD', inside: importOf(), status: 404 },
  'POST /api/imports/{id}/repairs': { roles: 'OD', inside: importOf(), status: 404 },
  'POST /api/imports/{id}/record': { roles: 'OD', inside: importOf(), status: 404 },
  'POST /api/imports/{id}/undo': { roles: 'OD', inside: importOf(), status: 404 },
  'POST /api/imports/{id}/forget': { roles: 'OD', inside: importOf(), status: 404 },
  'POST /api/imports/{id}/discard': { roles: 'OD', inside: importOf(), status: 404 },
};
