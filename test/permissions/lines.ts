import { uuidv7 } from '#/platform/ids.ts';
import { id } from '../two-communes.ts';

/** A request: what stands in the path, behind it, and in the body. `others.x` is the id of something of somebody else's. */
export type Asked =
  | string
  | { at?: Record<string, string>; query?: string; payload?: object | Buffer | ((role: string) => object) };

export type Line =
  | {
      /** M member, C cell secretary, O committee officer, D organisation department, I inspection commission, L leader, A administrator, U auditor */
      roles: string;
      /** At commune A.1, where everybody works. */
      inside: Asked;
      /** What `inside` is answered with; 200 unless told. */
      status?: number;
      /** At A.2, in another province, or somebody else's. */
      outside?: Asked | readonly Asked[];
    }
  /** Open to whoever is signed in, or to everybody, for a reason. */
  | { because: string; inside: Asked; status?: number };

const all = 'CODILAU';
const officers = 'CODIL';
const person = (code: string) => id(`person ${code}`);
const act = (code: string) => id(code);
const place = ['unit=A.2&', 'unit=B&', 'unit=A.1&scope=A.2&', 'unit=A.1&tenant=B&'];
const outsideOf = (query: string) => place.map((where) => `${where}${query}`);
/** Of routes that need no unit. */
const elsewhere = ['scope=A.2', 'tenant=B', 'scope=A'];
const page = {
  inside: { at: { code: 'A.1' } },
  outside: [{ at: { code: 'A.2' } }, { at: { code: 'A' } }, { at: { code: 'B' } }],
};
const year = 'from=2026-01-01&to=2026-06-30';
const view = { filters: {}, columns: ['name'], sort: 'name' };
const ndjson = Buffer.from('{"kind":"meeting.held"}\n');
const photo = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb004300ffd9', 'hex');
const photoOf = (code: string) => `person=${person(code)}&purpose=photo&name=a.jpg&declaredUnclassified=1`;
const form = { name: 'form-1' };
const sign = { at: form, payload: { unit: 'A.1', sign: [] } };
const draft = (role: string) => ({ id: uuidv7(), kind: 'meeting.held', title: role, body: {} });
const exportFile = { at: { id: 'others.export' } };
const importOf = (payload: object = {}) => ({ at: { id: 'others.import' }, payload });
const grantOf = (unit: string | null) => ({ payload: { login: 'moi', role: 'leader', unit, reason: 'x' } });
const meeting = (unit: string) => ({
  kind: 'meeting.held',
  effectiveOn: '2026-01-05',
  unit,
  convened: 3,
  present: 2,
  sort: 'regular',
});
const many = (...asked: Asked[]): readonly Asked[] => asked;

const accountOf = (payload: object = {}) => ({ at: { id: 'others.account' }, payload });
const higherAccount = (payload: object = {}) => ({ at: { id: 'others.higher' }, payload });
const wishFor = (code: string) => ({ person: person(code), field: 'birthPlace', after: 'Xã Mẫu', reason: 'x' });
const isOwn = 'one’s own account, of whatever role';
const isWayIn = 'before anybody is signed in';

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
    outside: { at: { id: 'others.attachment' } },
  },
  'POST /api/attachments/{id}/remove': {
    roles: 'CODI',
    inside: { at: { id: 'others.attachment' }, payload: { reason: 'x' } },
    status: 404,
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
  'GET /api/sign-in': { because: isWayIn, inside: '' },
  'POST /api/sign-in': {
    because: isWayIn,
    inside: { payload: { login: 'khong-co', password: 'khong dung dau' } },
    status: 422,
  },
  'POST /api/sign-in/totp': { because: isWayIn, inside: { payload: { step: 'x', code: '123456' } }, status: 422 },
  'POST /api/sign-in/printed': { because: isWayIn, inside: { payload: { step: 'x', code: 'AAAA' } }, status: 422 },
  'POST /api/sign-in/passkey/start': { because: isWayIn, inside: { payload: {} }, status: 200 },
  'POST /api/sign-in/passkey': { because: isWayIn, inside: { payload: { step: 'x', response: {} } }, status: 422 },
  'POST /api/sign-in/code': { because: isWayIn, inside: { payload: { code: 'xxxx-xxxx' } }, status: 422 },
  'POST /api/sign-in/code/password': {
    because: isWayIn,
    inside: { payload: { code: 'xxxx-xxxx', password: 'mot mat khau dai' } },
    status: 422,
  },
  'POST /api/sign-in/provider/start': { because: isWayIn, inside: { payload: {} }, status: 404 }, // there is none here
  'POST /api/sign-in/provider': { because: isWayIn, inside: { payload: { step: 'x', answer: 'code=x' } }, status: 404 },
  'GET /api/me': { because: isOwn, inside: '' },
  'POST /api/me/prove': { because: isOwn, inside: { payload: { password: 'x' } } },
  'POST /api/me/password': { because: isOwn, inside: { payload: { current: 'x', password: 'y' } } },
  'POST /api/me/totp/start': { because: isOwn, inside: '' },
  'POST /api/me/totp/confirm': { because: isOwn, inside: { payload: { code: '123456' } } },
  'POST /api/me/totp/remove': { because: isOwn, inside: '' },
  'POST /api/me/printed': { because: isOwn, inside: '' },
  'POST /api/me/printed/remove': { because: isOwn, inside: '' },
  'POST /api/me/passkeys/start': { because: isOwn, inside: '' },
  'POST /api/me/passkeys': { because: isOwn, inside: { payload: { step: 'x', name: 'x', response: {} } } },
  'POST /api/me/passkeys/{id}/remove': { because: isOwn, inside: { at: { id: 'x' } } },
  'POST /api/me/provider/start': { because: isOwn, inside: '' },
  'POST /api/me/provider': { because: isOwn, inside: { payload: { step: 'x', answer: 'code=x' } } },
  'POST /api/me/provider/remove': { because: isOwn, inside: '' },
  'POST /api/me/recovery/refuse': { because: isOwn, inside: '' },
  'POST /api/me/sessions/end-others': { because: isOwn, inside: '' },
  'POST /api/me/sessions/{id}/end': { because: isOwn, inside: { at: { id: 'x' } } },
  'GET /api/accounts': { roles: 'A', inside: '' },
  'POST /api/accounts': { roles: 'A', inside: { payload: { login: 'them.mot', name: 'Lê Thêm Một' } } },
  'POST /api/accounts/{id}/code': { roles: 'A', inside: accountOf(), outside: higherAccount() },
  'POST /api/accounts/{id}/printed': { roles: 'A', inside: accountOf(), outside: higherAccount() },
  // There is no provider here; with one, src/server/accounts/provider.test.ts.
  'POST /api/accounts/{id}/provider': {
    roles: 'A',
    inside: accountOf({ subject: 'ng' }),
    outside: higherAccount({ subject: 'ng' }),
    status: 404,
  },
  'POST /api/accounts/{id}/close': {
    roles: 'A',
    inside: accountOf({ reason: 'nghỉ' }),
    outside: higherAccount({ reason: 'nghỉ' }),
  },
  'POST /api/accounts/{id}/reopen': {
    roles: 'A',
    inside: accountOf({ reason: 'về' }),
    outside: higherAccount({ reason: 'về' }),
  },
  'POST /api/accounts/{id}/sessions/end': { roles: 'A', inside: accountOf(), outside: higherAccount() },
  'POST /api/accounts/{id}/recovery': {
    roles: 'A',
    inside: accountOf({ reason: 'mất', dropsFactors: false }),
    outside: higherAccount({ reason: 'mất', dropsFactors: false }),
  },
  'POST /api/accounts/{id}/recovery/approve': {
    roles: 'A',
    inside: accountOf(),
    status: 403,
    outside: higherAccount(),
  },
  'POST /api/accounts/{id}/recovery/refuse': { roles: 'A', inside: accountOf(), status: 200, outside: higherAccount() },
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
  'POST /api/my-record/reveal': { roles: 'M', inside: { payload: { field: 'phone' } } },
  'POST /api/my-record/copy': { roles: 'M', inside: { payload: { format: 'json' } } },
  'POST /api/my-record/consent': { roles: 'M', inside: { payload: { purpose: 'contact', isGiven: true } } },
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
  'POST /api/corrections': {
    roles: 'MCOD',
    inside: { payload: wishFor('P1') },
    outside: many({ payload: wishFor('P2') }, { payload: { ...wishFor('P1'), scope: 'A.2' } }),
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
  'GET /api/retention': { roles: 'OD', inside: '', outside: elsewhere },
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
