-- Background verified and political vetting concluded; what was concluded stands in sensitive_value alone.

create table background_verification (
  person_id uuid not null,
  unit_id uuid,
  on_day date not null,
  body_count integer not null,
  last_confirmed_on date not null,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint background_verification_pkey primary key (person_id, act_id),
  constraint background_verification_bodies_check check (body_count > 0 and last_confirmed_on <= on_day)
);
comment on table background_verification is 'That the background of a member was verified, by how many bodies; which ones is in the act, what they wrote nowhere.';
select lay_facts('background_verification');

create table vetting (
  person_id uuid not null,
  unit_id uuid,
  on_day date not null,
  occasion text not null,
  by_body text not null,
  by_unit_id uuid,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint vetting_pkey primary key (person_id, act_id)
);
comment on table vetting is 'That a vetting of a member was concluded, for what and by whom. No column tells how: the conclusion lies encrypted in sensitive_value.';
select lay_facts('vetting');

-- Acts of some kinds are not told to everybody who sees the person: a transaction names the kinds that its caller's role
-- does not read (sotay.hides, by commas; none named: all are read). Also what withdraws such an act is not told.
create function act_is_hidden(asked uuid, hidden text[]) returns boolean language sql stable security definer set search_path from current as $$
  with recursive target as (
    select kind, withdraws_id from act where id = asked
    union select a.kind, a.withdraws_id from target t join act a on a.id = t.withdraws_id
  ) select exists (select from target where kind = any(hidden))
$$;
revoke execute on function act_is_hidden(uuid, text[]) from public;
grant execute on function act_is_hidden(uuid, text[]) to sotay_app;

create policy act_not_hidden on act as restrictive for select using (
  nullif(current_setting('sotay.hides', true), '') is null
  or (kind <> all (string_to_array(current_setting('sotay.hides', true), ','))
      and (withdraws_id is null
           or not act_is_hidden(withdraws_id, string_to_array(current_setting('sotay.hides', true), ',')))));

-- A draft that is shared names whom it is about, too.
create policy act_draft_not_hidden on act_draft as restrictive for select using (
  owner = nullif(current_setting('sotay.actor', true), '')
  or coalesce(kind <> all (string_to_array(nullif(current_setting('sotay.hides', true), ''), ',')), true));
