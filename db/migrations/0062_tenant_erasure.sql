-- Erasing the sensitive values of a person whose time is over: one person asks, another approves. The seals stay valid.

create table erasure (
  id uuid primary key default uuidv7(),
  person_id uuid not null,
  rule text not null,
  asked_at timestamptz not null,
  asked_by text not null,
  reason text not null,
  decided_at timestamptz,
  decided_by text,
  is_approved boolean,
  value_count integer,
  constraint erasure_reason_check check (btrim(reason) <> ''),
  constraint erasure_decided_check check (num_nulls(decided_at, decided_by, is_approved) in (0, 3)),
  constraint erasure_count_check check ((is_approved is true) = (value_count is not null)),
  constraint erasure_second_check check (decided_by <> asked_by)
);
create unique index erasure_open on erasure (person_id) where decided_at is null;
comment on table erasure is 'Append-only but for the decision: who asked that the sensitive values of a person be erased under which rule, and who approved it.';
comment on column erasure.rule is 'the rule of retention as it is cited: it stands at every erased value too';

grant select, insert on erasure to sotay_app;
grant update (decided_at, decided_by, is_approved, value_count) on erasure to sotay_app;
alter table erasure enable row level security;
create policy erasure_seen on erasure for select
  using (current_setting('sotay.scope', true) = '|' or exists (select from person p where p.person_id = erasure.person_id));
create policy erasure_asked on erasure for insert
  with check (asked_by = nullif(current_setting('sotay.actor', true), '') and decided_at is null
    and (current_setting('sotay.scope', true) = '|' or exists (select from person p where p.person_id = erasure.person_id)));
create policy erasure_decided on erasure for update
  using (decided_at is null and (current_setting('sotay.scope', true) = '|'
    or exists (select from person p where p.person_id = erasure.person_id)))
  with check (decided_by = nullif(current_setting('sotay.actor', true), ''));

-- The sweep works in nobody's name, and a draft is seen by its writer only: this looks as the owner and tells a number.
create function sweep_drafts(saved_before timestamptz) returns integer language sql security definer set search_path from current as $$
  with gone as (delete from act_draft where saved_at < saved_before returning 1) select count(*)::integer from gone
$$;
revoke execute on function sweep_drafts(timestamptz) from public;
grant execute on function sweep_drafts(timestamptz) to sotay_app;

-- Who stands nowhere since before a day. A policy hides where somebody went, and whoever only moved away would seem gone from
-- where they were: this looks as the owner, tells nobody outside the asker's place, and of those inside only the day.
create function persons_gone(gone_before date) returns table (person_id uuid, left_on date)
language sql stable security definer set search_path from current as $$
  select s.person_id, max(upper(s.valid)) from standing s join person p on p.person_id = s.person_id
  where strpos(p.scope, nullif(current_setting('sotay.scope', true), '')) > 0
  group by s.person_id having not bool_or(upper_inf(s.valid)) and max(upper(s.valid)) <= gone_before
$$;
revoke execute on function persons_gone(date) from public;
grant execute on function persons_gone(date) to sotay_app;
