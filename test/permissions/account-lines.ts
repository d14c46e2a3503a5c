import type { Line } from './line.ts';

const accountOf = (payload: object = {}) => ({ at: { id: 'others.account' }, payload });
const higherAccount = (payload: object = {}) => ({ at: { id: 'others.higher' }, payload });
const isOwn = 'one’s own account, of whatever role';
const isWayIn = 'before anybody is signed in';

/** Signing in, one's own account, and the accounts of others. */
export const accountLines: Readonly<Record<string, Line>> = {
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
};
