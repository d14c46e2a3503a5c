import type { Command } from 'commander';
import {
  type AccountLine,
  accountNamed,
  createAccount,
  listAccounts,
  unknownAccount,
} from '#/platform/accounts/accounts.ts';
import type { IssuedCode } from '#/platform/accounts/codes.ts';
import type { Doing } from '#/platform/accounts/events.ts';
import { approveRecovery, startRecovery } from '#/platform/accounts/recovery.ts';
import { grantHere, type Wished } from '#/server/access/grant-here.ts';
import { areTwoAccounts } from '#/server/access/two-accounts.ts';
import type { Installation } from '#/server/installation.ts';
import { runningAt } from '#/server/whereabouts.ts';
import { actorHere, addOutput } from '../options.ts';
import { columns } from '../print/columns.ts';
import type { Terminal } from '../terminal.ts';
import { withInstallation } from '../with-installation.ts';

interface GrantOptions extends Omit<Wished, 'unit'> {
  data?: string;
  login: string;
  unit?: string;
}

interface AdminOptions {
  data?: string;
  login: string;
  name: string;
  reason: string;
  dropFactors?: boolean;
}

/** The page on which a code is used. */
const codePage = '/sign-in/code';

/** sotay admin create|list|grant|recover|approve */
export function define(command: Command, terminal: Terminal): void {
  const { admin: words, options } = terminal.words;
  const one = (name: string) =>
    addOutput(
      command
        .command(name)
        .description(words.verbs[name] ?? '')
        .copyInheritedSettings(command)
        .option('--data <dir>', options.data),
      terminal,
    );
  const ofLogin = (name: string) => one(name).requiredOption('--login <login>', words.login);
  ofLogin('create')
    .requiredOption('--name <name>', words.name)
    .action((given: AdminOptions) => create(given, terminal));
  one('list').action((given: AdminOptions) => list(given, terminal));
  ofLogin('recover')
    .requiredOption('--reason <text>', words.reason)
    .option('--drop-factors', words.dropsFactors)
    .action((given: AdminOptions) => recover(given, terminal));
  ofLogin('grant')
    .requiredOption('--role <role>', words.role)
    .option('--unit <code>', words.unit)
    .option('--tenant <code>', options.tenant)
    .requiredOption('--reason <text>', words.reason)
    .action((given: GrantOptions) => grant(given, terminal));
  ofLogin('approve').action((given: AdminOptions) => approve(given, terminal));
}

const doing = ({ clock }: Installation): Doing => ({ actor: actorHere(), now: clock.now() });

async function create(given: AdminOptions, terminal: Terminal): Promise<void> {
  const { made, address, tenants } = await withInstallation(given, async (installation) => {
    const made = await createAccount(installation.hall, given, doing(installation));
    const tenants = await installation.tenants();
    const wished = { role: 'administrator', unit: undefined, reason: 'sotay admin create' };
    for (const { code } of tenants) await grantHere(installation, made, { ...wished, tenant: code });
    return { made, address: runningAt(installation.config.dataDir), tenants: tenants.map(({ code }) => code) };
  });
  tellCode({ ...made, address }, terminal);
  const { admin: words } = terminal.words;
  if (terminal.isJson) return;
  terminal.out(tenants.length === 0 ? words.noRegister : words.administers(tenants.join(', ')));
  terminal.out(words.operatorEnds);
}

/** A role by whoever owns the data folder, who may give any. */
async function grant(given: GrantOptions, terminal: Terminal): Promise<void> {
  const granted = await withInstallation(given, async (installation) => {
    const account = (await accountNamed(installation.hall, given.login)) ?? unknownAccount();
    await grantHere(installation, account, given);
    return { login: account.login, role: given.role, unit: given.unit ?? null };
  });
  if (terminal.isJson) terminal.json(granted);
  else terminal.out(terminal.words.admin.granted(granted.login, granted.role, granted.unit));
}

async function approve(given: AdminOptions, terminal: Terminal): Promise<void> {
  const made = await withInstallation(given, async (installation) => {
    const { id, login } = (await accountNamed(installation.hall, given.login)) ?? unknownAccount();
    const areTwo = (a: string, b: string) => areTwoAccounts(installation, a, b);
    const issued = await approveRecovery(installation.hall, id, areTwo, doing(installation));
    return { id, login, ...issued, address: runningAt(installation.config.dataDir) };
  });
  tellCode(made, terminal);
}

async function recover(given: AdminOptions, terminal: Terminal): Promise<void> {
  const why = { reason: given.reason, dropsFactors: given.dropFactors === true };
  const account = await withInstallation(given, async (installation) => {
    const found = (await accountNamed(installation.hall, given.login)) ?? unknownAccount();
    await startRecovery(installation.hall, found.id, why, doing(installation));
    return found;
  });
  if (terminal.isJson) terminal.json({ ...account, ...why });
  else terminal.out(terminal.words.admin.started(account.login));
}

type Told = IssuedCode & { id: string; login: string; address: string | null };

function tellCode({ address, ...made }: Told, terminal: Terminal): void {
  const { admin: words } = terminal.words;
  const useAt = address === null ? null : `${address}${codePage}`;
  if (terminal.isJson) terminal.json({ ...made, useAt });
  else {
    terminal.out(words.code(made.login, made.code, moment(made.expiresAt, terminal)));
    terminal.out(useAt === null ? words.useLater(codePage) : words.useAt(useAt));
  }
}

async function list(given: AdminOptions, terminal: Terminal): Promise<void> {
  const accounts = await withInstallation(given, ({ hall }) => listAccounts(hall));
  const { admin: words } = terminal.words;
  if (terminal.isJson) return terminal.json(accounts);
  if (accounts.length === 0) return terminal.out(words.none);
  const titles = words.columns;
  const headings = [titles.login, titles.name, titles.state, titles.factors, titles.used];
  terminal.out(
    columns(
      headings.map((title) => ({ title })),
      accounts.map((account) => line(account, terminal)),
    ),
  );
}

function line(account: AccountLine, terminal: Terminal): string[] {
  const { admin: words } = terminal.words;
  const { login, name, state, hasTotp, passkeyCount, recovery, lastUsedAt } = account;
  const states = [words.states[state] ?? state, ...(recovery === null ? [] : [words.recovering])];
  const factors = [...(hasTotp ? [words.app] : []), ...(passkeyCount > 0 ? [words.passkeys(passkeyCount)] : [])];
  return [
    login,
    name,
    states.join(', '),
    factors.join(', ') || '–',
    lastUsedAt === null ? '–' : moment(lastUsedAt, terminal),
  ];
}

function moment(instant: string, { language }: Terminal): string {
  return new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(new Date(instant));
}
