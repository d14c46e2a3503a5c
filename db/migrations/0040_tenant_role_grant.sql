-- Who may do what where, and when: an account holds a role at a unit for a span of days. A row is never changed but to end it.

create table role_grant (
  id uuid primary key default uuidv7(),
  account_id uuid not null,
  login text not null,
  role text not null,
  unit_id uuid,
  valid daterange not null,
  granted_by text not null,
  granted_at timestamptz not null,
  reason text not null,
  delegated_from uuid,
  ended_at timestamptz,
  ended_by text,
  end_reason text,
  constraint role_grant_delegated_from_fkey foreign key (delegated_from) references role_grant (id),
  constraint role_grant_valid_check check (not isempty(valid) and not lower_inf(valid)),
  constraint role_grant_reason_check check (btrim(reason) <> ''),
  constraint role_grant_delegation_check check (delegated_from is null or not upper_inf(valid)),
  constraint role_grant_ended_check check (
    (ended_at is null) = (ended_by is null) and (ended_at is null) = (end_reason is null) and btrim(coalesce(end_reason, '-')) <> '')
);
create index role_grant_account on role_grant (account_id);
create index role_grant_unit on role_grant (unit_id);
create index role_grant_delegated_from on role_grant (delegated_from) where delegated_from is not null;
comment on table role_grant is 'Housekeeping of the office, no decision of a party body: no act. It holds on the days of valid until ended_at; a delegated one no longer than the one it comes from.';
comment on column role_grant.account_id is 'of public.account; an account is never given to a second person';
comment on column role_grant.role is 'a role of db/seed/roles.json; one that is there no longer gives no right';
comment on column role_grant.unit_id is 'reaches all that lies under it in today''s tree; null: the whole register, which may have several roots or none yet';
comment on column role_grant.delegated_from is 'the grant whose holder passed it on: never more, never wider, never longer';

grant select, insert on role_grant to sotay_app;
grant update (ended_at, ended_by, end_reason) on role_grant to sotay_app;
alter table role_grant enable row level security;
-- Grants decide what a scope is, so they are read before there is one; whose grants somebody is told of is judged by the path
-- of the unit. A row is written, and ended, in the name of who does it.
create policy role_grant_in_context on role_grant for select using (nullif(current_setting('sotay.scope', true), '') is not null);
create policy role_grant_given on role_grant for insert
  with check (granted_by = nullif(current_setting('sotay.actor', true), '') and ended_at is null and nullif(current_setting('sotay.scope', true), '') is not null);
create policy role_grant_ended on role_grant for update
  using (ended_at is null and nullif(current_setting('sotay.scope', true), '') is not null)
  with check (ended_by = nullif(current_setting('sotay.actor', true), '') and ended_at is not null);
