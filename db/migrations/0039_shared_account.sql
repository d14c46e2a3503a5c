-- Who may sign in, and by what. Accounts are shared by all tenants and know no unit: what an account may do where is a grant of the tenant.

create table account (
  id uuid primary key default uuidv7(),
  login text not null,
  name text not null,
  created_at timestamptz not null,
  created_by text not null,
  closed_at timestamptz,
  constraint account_login_key unique (login),
  constraint account_login_check check (login ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
  constraint account_name_check check (btrim(name) <> '' and length(name) <= 100)
);
comment on table account is 'A person who may sign in. No row is ever deleted: the login stands in the journal as who recorded.';
comment on column account.login is 'lower case; never given to a second person, not even when the account is closed';
comment on column account.created_by is 'a login, or who works on the machine (cli:…)';
comment on column account.closed_at is 'since when nobody may sign in by it; null: open';

create table account_event (
  id uuid primary key default uuidv7(),
  account_id uuid not null,
  at timestamptz not null,
  actor text not null,
  event text not null,
  note text,
  constraint account_event_account_fkey foreign key (account_id) references account (id)
);
create index account_event_account on account_event (account_id, at);
comment on table account_event is 'Append-only: what was done with an account and its means of signing in, by whom; never a secret.';
comment on column account_event.event is 'invited, code-used, password-changed, totp-added, totp-removed, passkey-added, passkey-removed, signed-in, sessions-ended, closed, reopened, recovery-started, recovery-approved, recovery-refused';
comment on column account_event.note is 'the reason, or the name of what was added or removed';

create table account_password (
  account_id uuid primary key,
  hash text not null,
  set_at timestamptz not null,
  constraint account_password_account_fkey foreign key (account_id) references account (id)
);
comment on column account_password.hash is 'Argon2id as a PHC string, with its parameters and salt';

create table account_totp (
  account_id uuid primary key,
  cipher bytea not null,
  key_id text not null,
  made_at timestamptz not null,
  confirmed_at timestamptz,
  used_step bigint,
  constraint account_totp_account_fkey foreign key (account_id) references account (id)
);
comment on table account_totp is 'The secret that an authenticator app shares. Removing it deletes the row: a secret that is no longer used is not kept.';
comment on column account_totp.cipher is 'AES-256-GCM under the key file';
comment on column account_totp.confirmed_at is 'null: shown once, and not yet proved by a code; it asks for nothing then';
comment on column account_totp.used_step is 'the last step of 30 seconds whose code was accepted: neither it nor an earlier one is accepted again';

create table account_passkey (
  id uuid primary key default uuidv7(),
  account_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  host text not null,
  name text not null,
  added_at timestamptz not null,
  used_at timestamptz,
  removed_at timestamptz,
  constraint account_passkey_credential_key unique (credential_id),
  constraint account_passkey_account_fkey foreign key (account_id) references account (id)
);
create index account_passkey_account on account_passkey (account_id);
comment on column account_passkey.credential_id is 'base64url, as the browser names it';
comment on column account_passkey.host is 'the host that the passkey is bound to; it opens nothing at another address';

create table account_code (
  id uuid primary key default uuidv7(),
  account_id uuid not null,
  hash text not null,
  purpose text not null,
  drops_factors boolean not null,
  made_at timestamptz not null,
  made_by text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  cancelled_at timestamptz,
  constraint account_code_hash_key unique (hash),
  constraint account_code_purpose_check check (purpose in ('invitation', 'recovery')),
  constraint account_code_account_fkey foreign key (account_id) references account (id)
);
create index account_code_account on account_code (account_id);
comment on table account_code is 'One-time codes, printed or told: whoever has one sets the password of the account, once.';
comment on column account_code.hash is 'sha256, hex; 80 random bits stand behind it';
comment on column account_code.drops_factors is 'the second factors were lost as well: they go when the code is used';

create table account_recovery (
  id uuid primary key default uuidv7(),
  account_id uuid not null,
  reason text not null,
  drops_factors boolean not null,
  started_at timestamptz not null,
  started_by text not null,
  decided_at timestamptz,
  decided_by text,
  is_approved boolean,
  constraint account_recovery_account_fkey foreign key (account_id) references account (id),
  constraint account_recovery_reason_check check (btrim(reason) <> ''),
  constraint account_recovery_decided_check check (num_nulls(decided_at, decided_by, is_approved) in (0, 3)),
  constraint account_recovery_second_check check (is_approved is not true or decided_by <> started_by)
);
create unique index account_recovery_open on account_recovery (account_id) where decided_at is null;
comment on table account_recovery is 'A way back for somebody who lost the password or the second factor: one person starts it, another approves it.';

create table account_session (
  id uuid primary key default uuidv7(),
  account_id uuid not null,
  secret_hash text not null,
  method text not null,
  has_second_factor boolean not null,
  device text not null,
  capacity_id text,
  opened_at timestamptz not null,
  used_at timestamptz not null,
  proved_at timestamptz not null,
  ended_at timestamptz,
  constraint account_session_secret_key unique (secret_hash),
  constraint account_session_account_fkey foreign key (account_id) references account (id)
);
create index account_session_account on account_session (account_id);
comment on column account_session.secret_hash is 'sha256, hex, of what the cookie holds: whoever reads this table opens no session';
comment on column account_session.method is 'how it was opened: password, code, password+totp, code+passkey, passkey …';
comment on column account_session.capacity_id is 'the capacity that the session works in, as the grants name it: tenant and grant';
comment on column account_session.used_at is 'written at most once a minute; a session that nobody used for twelve hours is over, and any after seven days';
comment on column account_session.proved_at is 'when password or factor were last shown: changing them asks for a recent one';

create table sign_in_step (
  secret_hash text primary key,
  account_id uuid,
  purpose text not null,
  first text,
  challenge text,
  tries integer not null default 0,
  expires_at timestamptz not null,
  constraint sign_in_step_purpose_check check (purpose in ('second-factor', 'passkey', 'new-passkey')),
  constraint sign_in_step_account_fkey foreign key (account_id) references account (id)
);
comment on table sign_in_step is 'A signing in that is half done, for some minutes: what was shown first, and the challenge that a passkey has to sign.';
comment on column sign_in_step.account_id is 'null: a passkey will tell whose it is';

create table sign_in_failure (
  subject text primary key,
  failures integer not null,
  last_at timestamptz not null,
  free_at timestamptz not null,
  constraint sign_in_failure_failures_check check (failures >= 0)
);
comment on table sign_in_failure is 'Guesses that failed, by login and by address; each further one makes the next wait longer. Forgotten after a quiet day.';
comment on column sign_in_failure.subject is 'sha256, hex, of "login …" or "address …": somebody who mistypes a password for a login leaves it nowhere';

grant select, insert on account, account_event, account_password, account_totp, account_passkey, account_code, account_recovery, account_session, sign_in_step, sign_in_failure to sotay_app;
grant update (name, closed_at) on account to sotay_app;
grant update (hash, set_at) on account_password to sotay_app;
grant update (cipher, key_id, made_at, confirmed_at, used_step) on account_totp to sotay_app;
grant update (counter, used_at, removed_at) on account_passkey to sotay_app;
grant update (used_at, cancelled_at) on account_code to sotay_app;
grant update (decided_at, decided_by, is_approved) on account_recovery to sotay_app;
grant update (method, has_second_factor, capacity_id, used_at, proved_at, ended_at) on account_session to sotay_app;
grant update (account_id, challenge, tries) on sign_in_step to sotay_app;
grant update (failures, last_at, free_at) on sign_in_failure to sotay_app;
grant delete on account_totp, sign_in_step, sign_in_failure to sotay_app;
