import { id } from '../two-communes.ts';
import { accountLines } from './account-lines.ts';
import { correctionLines } from './correction-lines.ts';
import { act, all, elsewhere, form, type Line, many, ndjson, officers, person } from './line.ts';
import { recordingLines } from './recording-lines.ts';

const place = ['unit=A.2&', 'unit=B&', 'unit=A.1&scope=A.2&', 'unit=A.1&tenant=B&'];
const outsideOf = (query: string) => place.map((where) => `${where}${query}`);
const page = {
  inside: { at: { code: 'A.1' } },
  outside: [{ at: { code: 'A.2' } }, { at: { code: 'A' } }, { at: { code: 'B' } }],
};
const year = 'from=2026-01-01&to=2026-06-30';
const view = { filters: {}, columns: ['name'], sort: 'name' };
const sign = { at: form, payload: { unit: 'A.1', sign: [] } };
const exportFile = { at: { id: 'others.export' } };
const grantOf = (unit: string | null) => ({ payload: { login: 'moi', role: 'leader', unit, reason: 'x' } });

/** Every route of the API. */
export const lines: Readonly<Record<string, Line>> = {
  'GET /api/figures': { roles: officers, inside: '' },
  'GET /api/figures/{name}': {
    roles: officers,
    inside: { at: { name: 'members' }, query: 'unit=A.1&on=2026-06-30' },
    outside: outsideOf('on=2026-06-30').map((query) => ({ at: { name: 'members' }, query })),
  },
  'GET /api/kinds': { roles: all, inside: '' },
  'GET /api/tenants': { because: 'the registers in which one holds a role, none of others', inside: '' },
  'GET /api/units': { roles: all, inside: '', outside: many('unit=A.2', 'unit=A', 'tenant=B', 'scope=A') },
  'GET /api/units/{code}': { roles: all, ...page },
  'GET /api/unit-search': { roles: all, inside: 'q=A', outside: many('q=A&scope=A.2', 'q=A&tenant=B') },
  'GET /api/tree': { roles: all, inside: 'unit=A.1', outside: outsideOf('') },
  'GET /api/tree/changes': { roles: all, inside: `unit=A.1&${year}`, outside: outsideOf(year) },
  'GET /api/tree/values': {
    roles: officers,
    inside: 'unit=A.1&figure=members&on=2026-06-30',
    outside: outsideOf('figure=members&on=2026-06-30'),
  },
  'GET /api/people': { roles: officers, inside: '', outside: many('unit=A.2', 'unit=A', ...elsewhere) },
  'GET /api/people/count': { roles: officers, inside: '', outside: many('unit=A.2', 'unit=A', ...elsewhere) },
  'GET /api/person-search': { roles: officers, inside: 'q=Thị', outside: many('q=Thị&scope=A.2', 'q=Thị&tenant=B') },
  'GET /api/people/views': { roles: officers, inside: '', outside: 'tenant=B' },
  'POST /api/people/views': {
    roles: officers,
    inside: { payload: (role) => ({ name: role, view }) },
    outside: { payload: { tenant: 'B', name: 'x', view } },
  },
  'POST /api/people/views/{id}': {
    roles: officers,
    inside: { at: { id: 'others.view' }, payload: { name: 'y' } },
    status: 404,
  },
  'POST /api/people/views/{id}/delete': { roles: officers, inside: { at: { id: 'others.view' } }, status: 404 },
  'POST /api/people/export': {
    roles: 'CODI',
    inside: { payload: { unit: 'A.2', columns: ['name'] } },
    status: 404,
    outside: many({ payload: { scope: 'A.2', columns: ['name'] } }, { payload: { tenant: 'B', columns: ['name'] } }),
  },
  'POST /api/acts/export': {
    roles: 'CODI',
    inside: { payload: { unit: 'A.2' } },
    status: 404,
    outside: many({ payload: { scope: 'A.2' } }, { payload: { tenant: 'B' } }),
  },
  'GET /api/exports/{id}': { roles: 'CODI', inside: exportFile, status: 404 },
  'GET /api/exports/{id}/file': { roles: 'CODI', inside: exportFile, status: 404 },
  'POST /api/exports/{id}/cancel': { roles: 'CODI', inside: exportFile, status: 404 },
  'GET /api/people/export/{id}': { roles: 'CODI', inside: exportFile, status: 404 },
  'GET /api/people/export/{id}/file': { roles: 'CODI', inside: exportFile, status: 404 },
  'POST /api/people/export/{id}/cancel': { roles: 'CODI', inside: exportFile, status: 404 },
  'GET /api/unit-pages/{code}': { roles: all, ...page },
  'GET /api/unit-pages/{code}/posts': { roles: officers, ...page },
  'GET /api/unit-pages/{code}/history': { roles: 'CODILU', ...page },
  'GET /api/unit-pages/{code}/papers': { roles: 'CODILU', ...page },
  'GET /api/unit-pages/{code}/overview': { roles: officers, ...page },
  'GET /api/unit-pages/{code}/years': { roles: officers, ...page },
  'GET /api/unit-pages/{code}/children': { roles: officers, ...page },
  'GET /api/unit-pages/{code}/targets': { roles: officers, ...page },
  'GET /api/reports': { roles: officers, inside: '' },
  'GET /api/reports/{name}': {
    roles: officers,
    inside: { at: form, query: `unit=A.1&${year}` },
    outside: outsideOf(year).map((query) => ({ at: form, query })),
  },
  'GET /api/reports/{name}/rows/{row}': {
    roles: officers,
    inside: { at: { ...form, row: 'A' }, query: `unit=A.1&${year}` },
    outside: outsideOf(year).map((query) => ({ at: { ...form, row: 'A' }, query })),
  },
  'GET /api/members/file': { roles: 'CODI', inside: 'unit=A.1', outside: many('unit=A.2', 'unit=A', ...elsewhere) },
  'POST /api/members/file': {
    roles: 'CODI',
    inside: { payload: { unit: 'A.1', reason: 'rà soát' } },
    outside: many({ payload: { unit: 'A.2', reason: 'x' } }, { payload: { tenant: 'B', reason: 'x' } }),
  },
  'GET /api/members/list': { roles: officers, inside: 'unit=A.1', outside: outsideOf('') },
  'GET /api/reports/{name}/file': {
    roles: officers,
    inside: { at: form, query: `unit=A.1&format=xlsx&${year}` },
    outside: outsideOf(`format=xlsx&${year}`).map((query) => ({ at: form, query })),
  },
  'GET /api/reports/{name}/signature': {
    roles: officers,
    inside: { at: form, query: 'unit=A.1' },
    outside: outsideOf('').map((query) => ({ at: form, query })),
  },
  'POST /api/reports/{name}/signature': {
    roles: 'ODI',
    inside: sign,
    outside: { at: form, payload: { unit: 'A.2', sign: [] } },
  },
  'GET /api/home': { roles: officers, inside: 'unit=A.1', outside: outsideOf('') },
  'GET /api/home/attention': { roles: officers, inside: 'unit=A.1', outside: outsideOf('') },
  'GET /api/first-hour': { roles: all, inside: '', outside: 'tenant=B' },
  'GET /api/templates': { roles: officers, inside: 'unit=A.1', outside: outsideOf('') },
  'GET /api/templates/{name}/fields': { roles: officers, inside: { at: form } },
  'GET /api/templates/{name}/fields/file': { roles: officers, inside: { at: form } },
  'GET /api/templates/{name}/file': {
    roles: officers,
    inside: { at: form, query: 'unit=A.1' },
    outside: outsideOf('').map((query) => ({ at: form, query })),
  },
  'POST /api/templates/{name}/check': { roles: 'OD', inside: { at: form, payload: ndjson }, status: 422 },
  'POST /api/templates/{name}': {
    roles: 'OD',
    inside: { at: form, query: 'unit=A.1&fileName=x.docx', payload: ndjson },
    status: 422,
  },
  'POST /api/templates/{name}/remove': {
    roles: 'OD',
    inside: { at: form, payload: { unit: 'A.1' } },
    status: 404,
    outside: { at: form, payload: { unit: 'A.2' } },
  },
  ...recordingLines,
  'GET /api/capacities': { because: 'one’s own roles, to choose among', inside: '' },
  'POST /api/capacities/choose': {
    because: 'before one is chosen there is no role',
    inside: { payload: { capacity: 'x' } },
  },
  'GET /api/grants': { roles: 'DAU', inside: '', outside: many('unit=A.2', 'unit=A', 'tenant=B') },
  'POST /api/grants': {
    roles: 'A',
    inside: grantOf('A.1.1'),
    outside: many(grantOf('A.2'), grantOf('A'), grantOf('B')),
  },
  'GET /api/roles': { roles: 'DAU', inside: '' },
  'GET /api/grants/delegated': { roles: 'CODILA', inside: '' },
  'POST /api/grants/delegate': {
    roles: 'CODILA',
    inside: { payload: { login: 'thay', to: '2026-12-31', reason: 'x' } },
    outside: { payload: { login: 'thay', to: '2026-12-31', unit: 'A.2', reason: 'x' } },
  },
  'POST /api/grants/{id}/approve': { roles: 'A', inside: { at: { id: id('no grant') }, payload: {} }, status: 404 },
  'POST /api/grants/{id}/refuse': {
    roles: 'A',
    inside: { at: { id: id('no grant') }, payload: { reason: 'x' } },
    status: 404,
  },
  'POST /api/grants/{id}/end': {
    roles: 'CODILA',
    inside: { at: { id: id('no grant') }, payload: { reason: 'x' } },
    status: 404,
  },
  'GET /api/why': {
    roles: all,
    inside: 'unit=A.1.1',
    outside: many('unit=A.2', 'unit=A', 'unit=B', 'unit=A.1&tenant=B'),
  },
  'GET /api/people/{id}/seen-by': {
    roles: officers,
    inside: { at: { id: person('P1') } },
    outside: many({ at: { id: person('P2') } }, { at: { id: person('Q1') }, query: 'tenant=B' }),
  },
  ...accountLines,
  'POST /api/people/{id}/reveal': {
    roles: 'CODI',
    inside: { at: { id: person('P1') }, payload: { field: 'phone', reason: 'x' } },
    outside: many(
      { at: { id: person('P2') }, payload: { field: 'phone', reason: 'x' } },
      { at: { id: person('Q1') }, payload: { field: 'phone', reason: 'x', tenant: 'B' } },
    ),
  },
  'POST /api/acts/{id}/unseal': {
    roles: 'DI',
    // Nothing sealed stands in it: that is told to who may ask, after the right is judged.
    inside: { at: { id: act('registered P1') }, payload: { field: 'complainant', reason: 'x'.repeat(20) } },
    status: 422,
    outside: { at: { id: act('registered P2') }, payload: { field: 'complainant', reason: 'x'.repeat(20) } },
  },
  'POST /api/duplicate-check': {
    roles: 'CODI',
    inside: { payload: { citizenId: '001070000001' } },
    outside: many(
      { payload: { citizenId: '001070000001', scope: 'A.2' } },
      { payload: { citizenId: '001070000001', tenant: 'B' } },
    ),
  },
  'GET /api/access-log': { roles: 'IU', inside: '', outside: many('unit=A.2', 'unit=A', ...elsewhere) },
  'GET /api/people/{id}/accesses': {
    roles: officers,
    inside: { at: { id: person('P1') } },
    outside: many({ at: { id: person('P2') } }, { at: { id: person('Q1') }, query: 'tenant=B' }),
  },
  'GET /api/session': { because: 'who one is, and what one may do', inside: '' },
  'POST /api/session/end': { because: 'whoever came in may leave', inside: '' },
  'POST /api/session/links': { roles: '', inside: '' },
  'GET /api/health': { because: 'whether the server runs, for whoever watches it', inside: '' },
  'GET /api/openapi.json': { because: 'what the API is, nothing of what it holds', inside: '' },
  'GET /api/my-record': { roles: 'M', inside: '' },
  'GET /api/my-record/accesses': { roles: 'M', inside: '' },
  'POST /api/my-record/reveal': { roles: 'M', inside: { payload: { field: 'phone' } } },
  'POST /api/my-record/copy': { roles: 'M', inside: { payload: { format: 'json' } } },
  'POST /api/my-record/consent': { roles: 'M', inside: { payload: { purpose: 'contact', isGiven: true } } },
  'GET /api/people/{person}/account': {
    roles: 'OD',
    inside: { at: { person: person('P1') } },
    outside: many({ at: { person: person('P2') } }, { at: { person: person('Q1') }, query: 'tenant=B' }),
  },
  'POST /api/people/{person}/account': {
    roles: 'OD',
    inside: { at: { person: person('P1') }, payload: { login: 'moi', reason: 'x' } },
    status: 409, // P1 has one
    outside: { at: { person: person('P2') }, payload: { login: 'moi', reason: 'x' } },
  },
  'POST /api/people/{person}/account/end': {
    roles: 'OD',
    inside: { at: { person: person('P2') }, payload: { reason: 'x' } },
    status: 404, // to end P1's would leave the member of this table without a record
    outside: { at: { person: person('P2') }, payload: { reason: 'x' } },
  },
  ...correctionLines,
  'GET /api/retention': { roles: 'OD', inside: '', outside: elsewhere },
  'GET /api/erasures': { roles: 'OD', inside: '', outside: elsewhere },
  'POST /api/erasures': {
    roles: 'OD',
    inside: { payload: { person: person('P1'), reason: 'x' } },
    status: 409, // she is a member: nothing is due
    outside: many(
      { payload: { person: person('P2'), reason: 'x' } },
      { payload: { person: person('P1'), reason: 'x', scope: 'A.2' } },
    ),
  },
  'POST /api/erasures/{id}/decide': {
    roles: 'D',
    inside: { at: { id: person('nobody') }, payload: { isApproved: true } },
    status: 404,
    outside: { at: { id: person('nobody') }, payload: { isApproved: true, scope: 'A.2' } },
  },
};
