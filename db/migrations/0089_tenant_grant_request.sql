-- A role that reads personal data, or that grants roles, takes two people. What one has asked for is no grant until another approves it.

alter table role_grant add column giver_account uuid;
alter table role_grant add column approved_by text;
alter table role_grant add column approved_at timestamptz;
alter table role_grant add constraint role_grant_approved_check check ((approved_by is null) = (approved_at is null));
alter table role_grant add constraint role_grant_two_people_check check (approved_by <> granted_by);
update role_grant set giver_account = a.id from public.account a where a.login = granted_by;
comment on column role_grant.giver_account is 'of public.account, whose granted_by is the login; null: whoever owns the data folder';
comment on column role_grant.approved_by is 'the second person; null: nobody was asked';

create table grant_request (
  id uuid primary key default uuidv7(),
  account_id uuid not null,
  login text not null,
  role text not null,
  unit_id uuid,
  valid daterange not null,
  asked_by text not null,
  asker_account uuid not null,
  lent_by uuid,
  asked_at timestamptz not null,
  reason text not null,
  decided_at timestamptz,
  decided_by text,
  is_approved boolean,
  decision_reason text,
  constraint grant_request_valid_check check (not isempty(valid) and not lower_inf(valid)),
  constraint grant_request_reason_check check (btrim(reason) <> ''),
  constraint grant_request_decided_check check (num_nulls(decided_at, decided_by, is_approved) in (0, 3)),
  constraint grant_request_two_people_check check (is_approved is not true or decided_by not in (asked_by, login))
);
create unique index grant_request_open on grant_request (account_id, role, unit_id) nulls not distinct where decided_at is null;
comment on table grant_request is 'A role that waits for a second person: it gives no right. A row is never changed but to decide it.';
comment on column grant_request.id is 'the id that the grant has once it is approved';
comment on column grant_request.lent_by is 'who asked works by a grant that this account has passed on';

grant select, insert on grant_request to sotay_app;
grant update (decided_at, decided_by, is_approved, decision_reason) on grant_request to sotay_app;
alter table grant_request enable row level security;
-- As grants: whose requests somebody is told of is judged by the path of the unit.
create policy grant_request_in_context on grant_request for select using (nullif(current_setting('sotay.scope', true), '') is not null);
create policy grant_request_asked on grant_request for insert
  with check (asked_by = nullif(current_setting('sotay.actor', true), '') and decided_at is null and nullif(current_setting('sotay.scope', true), '') is not null);
create policy grant_request_decided on grant_request for update
  using (decided_at is null and nullif(current_setting('sotay.scope', true), '') is not null)
  with check (decided_by = nullif(current_setting('sotay.actor', true), '') and decided_at is not null);

-- A grant is written in the name of who gives it; one that was asked for, by who approves it, as it was asked for and not otherwise.
drop policy role_grant_given on role_grant;
create policy role_grant_given on role_grant for insert
  with check (ended_at is null and nullif(current_setting('sotay.scope', true), '') is not null and case
    when approved_by is null then granted_by = nullif(current_setting('sotay.actor', true), '')
    else approved_by = nullif(current_setting('sotay.actor', true), '') and delegated_from is null and exists (
      select from grant_request r where r.id = role_grant.id and r.is_approved and r.decided_by = role_grant.approved_by
        and r.account_id = role_grant.account_id and r.login = role_grant.login and r.role = role_grant.role
        and r.unit_id is not distinct from role_grant.unit_id and r.valid = role_grant.valid
        and r.asked_by = role_grant.granted_by and r.asker_account = role_grant.giver_account) end);

-- Whether two accounts are one person's, by the tie that holds or else the last that held: whoever could end a tie would otherwise
-- be two. A policy hides the persons of others; this looks as the owner and tells yes or no.
create function one_person(login_a text, login_b text) returns boolean
language sql stable security definer set search_path from current as $$
  select login_a = login_b or coalesce(
    (select t.person_id from person_account t where t.login = login_a order by t.untied_at desc nulls first, t.tied_at desc limit 1)
    = (select t.person_id from person_account t where t.login = login_b order by t.untied_at desc nulls first, t.tied_at desc limit 1), false)
$$;
revoke execute on function one_person(text, text) from public;
grant execute on function one_person(text, text) to sotay_app;
create index person_account_login on person_account (login);

comment on column access_log.action is 'noun.pastParticiple: field.revealed, sealed.opened, attachment.opened, sheet.printed, members.exported, list.exported, duplicate.checked, own.revealed, own.copied, correction.revealed, reveals.stopped';
