-- What a member has consented to, where consent is the basis: given and withdrawn, the last row of a purpose holds.

create table consent (
  id uuid primary key default uuidv7(),
  person_id uuid not null,
  purpose text not null,
  is_given boolean not null,
  said_at timestamptz not null,
  said_by text not null
);
create index consent_person on consent (person_id, purpose, said_at);
comment on table consent is 'Append-only: a withdrawal is a row of its own, and says nothing about what was done before it.';
comment on column consent.purpose is 'the end of the key of a rule processing.basis.… whose basis is consent';

grant select, insert on consent to sotay_app;
alter table consent enable row level security;
create policy consent_seen on consent for select
  using (current_setting('sotay.scope', true) = '|' or exists (select from person p where p.person_id = consent.person_id));
create policy consent_said on consent for insert
  with check (said_by = nullif(current_setting('sotay.actor', true), '') and nullif(current_setting('sotay.scope', true), '') is not null);
