-- Signing in by an identity provider (OpenID Connect): which person there is which account here.

create table account_identity (
  id uuid primary key default uuidv7(),
  account_id uuid not null,
  issuer text not null,
  subject text not null,
  name text,
  tied_at timestamptz not null,
  tied_by text not null,
  used_at timestamptz,
  removed_at timestamptz,
  constraint account_identity_account_fkey foreign key (account_id) references account (id),
  constraint account_identity_subject_check check (issuer <> '' and subject <> '' and length(subject) <= 255)
);
create unique index account_identity_subject on account_identity (issuer, subject) where removed_at is null;
create unique index account_identity_account on account_identity (account_id, issuer) where removed_at is null;
comment on table account_identity is 'Who an account is at an identity provider. Tied by an invitation code, by an administrator before the account is in use, or by its owner; never by a name or an e-mail that the provider tells.';
comment on column account_identity.subject is 'sub of the ID token: the provider gives it to one person and never to another';
comment on column account_identity.name is 'as the provider called the person last, so that people know it again; nothing is decided by it';

alter table sign_in_step drop constraint sign_in_step_purpose_check;
alter table sign_in_step add constraint sign_in_step_purpose_check check (purpose in ('second-factor', 'passkey', 'new-passkey', 'provider', 'provider-tie'));
comment on table sign_in_step is 'A signing in that is half done, for some minutes: what was shown first, and what a passkey has to sign or a provider has to answer.';

comment on column account_event.event is 'invited, code-used, password-changed, totp-added, totp-removed, passkey-added, passkey-removed, provider-tied, provider-untied, signed-in, sessions-ended, closed, reopened, recovery-started, recovery-approved, recovery-refused';

grant select, insert on account_identity to sotay_app;
grant update (name, used_at, removed_at) on account_identity to sotay_app;
