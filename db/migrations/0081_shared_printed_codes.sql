-- A second factor on paper, for whoever has no smartphone: a sheet of codes, each good once.

create table account_printed_code (
  account_id uuid not null,
  hash text not null,
  made_at timestamptz not null,
  made_by text not null,
  used_at timestamptz,
  cancelled_at timestamptz,
  constraint account_printed_code_pkey primary key (account_id, hash),
  constraint account_printed_code_account_fkey foreign key (account_id) references account (id)
);
comment on table account_printed_code is 'Sheets of ten codes, printed. An account whose sheet is used up is still asked for one: it gets a new sheet, and never opens by the password alone meanwhile.';
comment on column account_printed_code.hash is 'Argon2id as a PHC string, one salt a sheet; 60 random bits stand behind it';
comment on column account_printed_code.cancelled_at is 'a newer sheet was made, or the codes were given up';

comment on column account_event.event is 'invited, code-used, password-changed, totp-added, totp-removed, passkey-added, passkey-removed, printed-made, printed-removed, provider-tied, provider-untied, signed-in, sessions-ended, closed, reopened, recovery-started, recovery-approved, recovery-refused';

grant select, insert on account_printed_code to sotay_app;
grant update (used_at, cancelled_at) on account_printed_code to sotay_app;
