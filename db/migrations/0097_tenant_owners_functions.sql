-- What looks as the owner passes by every policy. A caller's temporary table comes before all schemas unless pg_temp is named, so
-- that an empty "act" of a caller's own told bulk_begin that the register was empty: for every such function it stands last.
do $$
declare
  owners record;
begin
  for owners in select oid::regprocedure as name from pg_proc where pronamespace = current_schema()::regnamespace and prosecdef loop
    execute format('alter function %s set search_path to %I, public, pg_temp', owners.name, current_schema());
  end loop;
end $$;

-- And this one took its scope from whoever called: now from nowhere outside that of the transaction.
create or replace function people_named(in_scope text, words text[], on_day date, at_most integer)
returns table (person_id uuid, name_key text, name_order text)
language plpgsql stable security definer set search_path from current set plan_cache_mode = force_custom_plan rows 1000 as $$
#variable_conflict use_column
declare
  -- The longest say most. As patterns: what a pattern would read as a sign of its own stands for itself.
  long text[] := (select array_agg('% ' || regexp_replace(w, '([\\%_])', '\\\1', 'g') || '%' order by length(w) desc) from unnest(words) w);
  -- Of more units than this, to look for each of them takes longer than to look at everybody of that name.
  few constant integer := 500;
  under text[] := case when in_scope <> '|' then
    (select array_agg(ltrim(u.path, '|')) from (select path from unit_scope where path ^@ in_scope limit few + 1) u) end;
begin
  if starts_with(in_scope, nullif(current_setting('sotay.scope', true), '')) is not true then return; end if;
  if in_scope <> '|' and under is null then return; end if;
  if cardinality(under) > few then under := null; end if;
  return query
    select r.person_id, r.name_key, r.name_order from person_record r
    where (under is null or string_to_array(ltrim(r.scope, '|'), '|') && under)
      and ' ' || r.name_key like long[1] and ' ' || r.name_key like coalesce(long[2], long[1])
      and ' ' || r.name_key like coalesce(long[3], long[1])
      and (cardinality(long) <= 3 or ' ' || r.name_key like all (long[4:]))
      and strpos(r.scope, nullif(in_scope, '')) > 0 and r.valid @> on_day
    limit at_most;
end $$;
do $$
begin
  execute format('alter function people_named(text, text[], date, integer) set search_path to %I, public, pg_temp', current_schema());
end $$;
