-- Whose own record an account opens. It lies with the tenant, as grants do (decision 13): accounts know no unit and no person.

create table person_account (
  id uuid primary key default uuidv7(),
  account_id uuid not null,
  login text not null,
  person_id uuid not null,
  tied_at timestamptz not null,
  tied_by text not null,
  reason text not null,
  untied_at timestamptz,
  untied_by text,
  untie_reason text,
  constraint person_account_reason_check check (btrim(reason) <> ''),
  constraint person_account_not_own_check check (tied_by <> login),
  constraint person_account_untied_check check (num_nulls(untied_at, untied_by, untie_reason) in (0, 3))
);
create unique index person_account_account on person_account (account_id) where untied_at is null;
create unique index person_account_person on person_account (person_id) where untied_at is null;
comment on table person_account is 'An account belongs to a person of the register. A row is never changed but to end it: one open row of an account and of a person.';
comment on column person_account.account_id is 'of public.account';
comment on column person_account.person_id is 'no foreign key: facts are folded anew, and a person whose only act was withdrawn is nobody any more';

grant select, insert on person_account to sotay_app;
grant update (untied_at, untied_by, untie_reason) on person_account to sotay_app;
alter table person_account enable row level security;
-- Seen where the person is seen, and by the person: whose record an account opens is asked by that account only (openly 'own-record').
create policy person_account_seen on person_account for select
  using (current_setting('sotay.scope', true) = '|'
    or exists (select from person p where p.person_id = person_account.person_id));
create policy person_account_tied on person_account for insert
  with check (tied_by = nullif(current_setting('sotay.actor', true), '') and untied_at is null
    and (current_setting('sotay.scope', true) = '|'
      or exists (select from person p where p.person_id = person_account.person_id)));
create policy person_account_untied on person_account for update
  using (untied_at is null and (current_setting('sotay.scope', true) = '|'
    or exists (select from person p where p.person_id = person_account.person_id)))
  with check (untied_by = nullif(current_setting('sotay.actor', true), ''));
