import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

// A real identity provider for the tests, a process of its own: whoever it asks types a name, and is believed.

const [back = '[]', secret = ''] = process.argv.slice(2);
const origins: string[] = JSON.parse(back);

const server = createServer();
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'sotay',
      client_secret: secret,
      redirect_uris: origins.map((origin) => `${origin}/sign-in/provider`),
      post_logout_redirect_uris: origins.map((origin) => `${origin}/`),
    },
  ],
  pkce: { required: () => true },
  // Every claim in the ID token, as the great providers do it.
  conformIdTokenClaims: false,
  claims: { openid: ['sub', 'acr', 'amr'], profile: ['preferred_username'], email: ['email'] },
  acrValues: ['urn:thu:hai-buoc', 'urn:thu:mot-buoc'],
  findAccount: (_ctx, sub) => ({
    accountId: sub,
    claims: () => ({ sub, preferred_username: `${sub}.o.cho.khac`, email: 'quan.tri@thu.invalid' }),
  }),
  interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
  loadExistingGrant: async (ctx) => {
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client?.clientId,
      accountId: ctx.oidc.session?.accountId,
    });
    grant.addOIDCScope('openid profile email');
    await grant.save();
    return grant;
  },
  features: { devInteractions: { enabled: false } },
  cookies: { keys: ['only in tests'] },
});
// The server under test takes any free port, and learns of this one first.
provider.Client.prototype.redirectUriAllowed = (address: string) =>
  /^http:\/\/localhost:\d+\/sign-in\/provider$/.test(address);
const answer = provider.callback();

server.on('request', (request: IncomingMessage, response: ServerResponse) => {
  if (!request.url?.startsWith('/interaction/')) return answer(request, response);
  if (request.method === 'POST') return void finish(request, response);
  response.setHeader('content-type', 'text/html; charset=utf-8').end(
    `<!doctype html><html lang="vi"><title>Nơi khác</title><main><h1>Nhà cung cấp thử</h1>
     <form method="post"><label>Tên ở đây <input name="sub"></label>
     <label>Cách <input name="acr"></label><button>Vào</button></form></main></html>`,
  );
});

async function finish(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of request) body += chunk;
  const form = new URLSearchParams(body);
  const [sub, acr, amr] = [form.get('sub') ?? '', form.get('acr') ?? '', form.get('amr') ?? ''];
  const result =
    sub === ''
      ? { error: 'access_denied', error_description: 'nobody has typed a name' }
      : {
          login: {
            accountId: sub,
            remember: false,
            ...(acr === '' ? {} : { acr }),
            ...(amr === '' ? {} : { amr: amr.split(' ') }),
          },
        };
  await provider.interactionFinished(request, response, result);
}

process.stdout.write(`${issuer}\n`);
