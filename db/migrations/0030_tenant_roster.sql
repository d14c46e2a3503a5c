-- Lists of members: standing and record side by side, with what they are filtered and put in order by. Kept by the write
-- path, made from the facts by one query (src/domain/members/roster.ts), compared with them by verify. Decision 0010.

create table roster (
  person_id uuid not null,
  since date not null,
  until date not null,
  unit_id uuid not null,
  status text not null,
  in_transit boolean not null,
  name_key text not null,
  name_order text collate "C" not null,
  born_on date not null,
  sex text,
  ethnicity text,
  religion text,
  occupation text,
  general_education text,
  qualification text,
  academic_title text,
  theory_level text,
  retired boolean,
  youth_union boolean,
  admitted_on date not null,
  official_on date not null,
  party_since date not null,
  scope text not null,
  constraint roster_pkey primary key (person_id, since)
);
comment on table roster is 'A cache, no fact: members over the days (since, to before until) on which their standing and their record stay as they are.';
comment on column roster.party_since is 'the day that party age counts from, the time outside the Party put on';
comment on column roster.born_on is 'here and in the other days: the earliest that it can be; infinity: not told';
comment on column roster.scope is 'that of the standing';

grant select, insert, delete, update (scope) on roster to sotay_app;
alter table roster enable row level security;
create policy roster_in_scope on roster using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);

-- As src/domain/members/roster.ts has it, for what is recorded already.
insert into roster
select s.person_id, coalesce(lower(s.valid * r.valid), '-infinity') as since, coalesce(upper(s.valid * r.valid), 'infinity') as until,
      s.unit_id, s.status, s.in_transit, r.name_key, r.name_order, coalesce(r.born_on, 'infinity') as born_on, r.sex, r.ethnicity, r.religion, r.occupation,
      r.general_education, r.qualification, r.academic_title, r.theory_level, r.retired, r.youth_union,
      coalesce((case length(r.admitted_on) when 10 then r.admitted_on when 7 then r.admitted_on || '-01' when 4 then r.admitted_on || '-01-01' end)::date, 'infinity') as admitted_on, coalesce((case length(r.official_on) when 10 then r.official_on when 7 then r.official_on || '-01' when 4 then r.official_on || '-01-01' end)::date, 'infinity') as official_on,
      coalesce(case when s.person_id in (select e.person_id from member_event as e where e.event = 'readmitted')
    then (case when lower_inf(r.valid) then coalesce(r.party_age_from, ((case length(r.admitted_on) when 10 then r.admitted_on when 7 then r.admitted_on || '-01' when 4 then r.admitted_on || '-01-01' end)::date - interval '2 months')::date)
    else (select coalesce(f.party_age_from, ((case length(f.admitted_on) when 10 then f.admitted_on when 7 then f.admitted_on || '-01' when 4 then f.admitted_on || '-01-01' end)::date - interval '2 months')::date) from person_record as f where f.person_id = s.person_id order by lower(f.valid) nulls first limit 1) end + make_interval(months => coalesce((
    select case when bool_or(o.left_on is null) then null else sum(greatest(0, (extract(year from o.back_on) * 12 + extract(month from o.back_on))::int - (extract(year from o.left_on) * 12 + extract(month from o.left_on))::int)) end
    from (
      select coalesce((select coalesce(b.party_age_from, ((case length(b.admitted_on) when 10 then b.admitted_on when 7 then b.admitted_on || '-01' when 4 then b.admitted_on || '-01-01' end)::date - interval '2 months')::date) from person_record as b where b.person_id = e.person_id and b.valid @> e.on_day), e.on_day) as back_on,
        (select case when l.event in ('name-removed', 'expelled', 'left') then l.on_day end from member_event as l
         where l.person_id = e.person_id and l.on_day <= e.on_day and l.act_id <> e.act_id
           and l.event in ('name-removed', 'expelled', 'left', 'readmitted', 'restored') order by l.on_day desc limit 1) as left_on
      from member_event as e where e.person_id = s.person_id and e.event = 'readmitted' and e.on_day <= lower(s.valid)
    ) o)::int, case when exists (
      select from member_event as e where e.person_id = s.person_id and e.event = 'readmitted' and e.on_day <= lower(s.valid)) then null else 0 end)))::date
    else case when lower_inf(r.valid) then coalesce(r.party_age_from, ((case length(r.admitted_on) when 10 then r.admitted_on when 7 then r.admitted_on || '-01' when 4 then r.admitted_on || '-01-01' end)::date - interval '2 months')::date)
    else (select coalesce(f.party_age_from, ((case length(f.admitted_on) when 10 then f.admitted_on when 7 then f.admitted_on || '-01' when 4 then f.admitted_on || '-01-01' end)::date - interval '2 months')::date) from person_record as f where f.person_id = s.person_id order by lower(f.valid) nulls first limit 1) end end, 'infinity') as party_since, s.scope
    from standing as s
    join person_record as r on r.person_id = s.person_id and r.valid && s.valid and true
    where true;

create index roster_name on roster (name_order, person_id);
create index roster_unit on roster (unit_id, name_order);
create index roster_born on roster (born_on, name_order, person_id);
create index roster_admitted on roster (admitted_on, name_order, person_id);
create index roster_party_since on roster (party_since, name_order, person_id);
create index roster_ethnicity on roster (ethnicity);
create index roster_religion on roster (religion);
create index roster_occupation on roster (occupation);
create index roster_qualification on roster (qualification);
create index roster_theory_level on roster (theory_level);
create index roster_academic_title on roster (academic_title) where academic_title is not null;
create index person_record_words on person_record using gin (name_key gin_trgm_ops);
create index person_code_bytes on person (code collate "C");
create index member_number_bytes on member_number (number collate "C");
analyze roster;

-- A search by words may not use an index ahead of a policy (LIKE is not leakproof): this one filters by the scope itself.
-- Its owner is that of the table, whom no policy holds.
create function people_named(in_scope text, words text[], at_most integer) returns setof uuid
language plpgsql stable security definer set search_path from current set plan_cache_mode = force_custom_plan rows 1000 as $$
declare
  -- The longest say most; the others are looked at in what these leave.
  long text[] := (select array_agg(w order by length(w) desc) from unnest(words) w);
begin
  return query
    select r.person_id from person_record r
    where r.name_key like '%' || long[1] || '%' and r.name_key like '%' || coalesce(long[2], long[1]) || '%'
      and strpos(r.scope, in_scope) > 0
      and strpos(' ' || r.name_key, ' ' || long[1]) > 0 and strpos(' ' || r.name_key, ' ' || coalesce(long[2], '')) > 0
      and strpos(' ' || r.name_key, ' ' || coalesce(long[3], '')) > 0 and strpos(' ' || r.name_key, ' ' || coalesce(long[4], '')) > 0
      and (cardinality(long) <= 4 or not exists (select from unnest(long[5:]) w where strpos(' ' || r.name_key, ' ' || w) = 0))
    limit at_most;
end $$;
revoke execute on function people_named(text, text[], integer) from public;
grant execute on function people_named(text, text[], integer) to sotay_app;
