import { createRouter } from '@tanstack/react-router';
import { accessPages } from './access/pages.ts';
import { accessLogPages } from './access-log/pages.ts';
import { accountPages } from './account/pages.ts';
import { accountsPages } from './accounts/pages.ts';
import { parseSearch, writeSearch } from './address.ts';
import { correctionPages } from './corrections/pages.ts';
import { figurePages } from './figures/pages.ts';
import { helpPages } from './help/pages.ts';
import { homePages } from './home/pages.ts';
import { importPages } from './imports/pages.ts';
import { inboxPages } from './inbox/pages.ts';
import { journalPages } from './journal/pages.ts';
import { mePages } from './me/pages.ts';
import { memberPages } from './member/pages.ts';
import { memberListPages } from './members/pages.ts';
import { recordPages } from './record/pages.ts';
import { manyPages } from './record-many/pages.ts';
import { registerPages } from './register-7/pages.ts';
import { reportPages } from './reports/pages.ts';
import { retentionPages } from './retention/pages.ts';
import { root } from './root.ts';
import { PageFault } from './shell/NotFound.tsx';
import { signInPages } from './sign-in/pages.ts';
import { templatePages } from './templates/pages.ts';
import { treePages } from './tree/pages.ts';
import { unitPages } from './unit/pages.ts';

// Every page of the desk: a part lists its routes in its `pages.ts`, and what is a job of its own has a line in
// `shell/jobs.tsx`. Pages are loaded when they are gone to.

export const router = createRouter({
  routeTree: root.addChildren([
    ...homePages,
    ...memberListPages,
    ...helpPages,
    ...recordPages,
    ...reportPages,
    ...registerPages,
    ...figurePages,
    ...importPages,
    ...templatePages,
    ...treePages,
    ...journalPages,
    ...accessLogPages,
    ...memberPages,
    ...unitPages,
    ...manyPages,
    ...signInPages,
    ...accountPages,
    ...accountsPages,
    ...inboxPages,
    ...accessPages,
    ...mePages,
    ...correctionPages,
    ...retentionPages,
  ]),
  parseSearch,
  stringifySearch: writeSearch,
  defaultErrorComponent: PageFault,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
