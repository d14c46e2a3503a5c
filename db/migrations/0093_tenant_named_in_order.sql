-- A name is searched by how its words begin, and a narrow scope by whose paths stand in it: one index for both, so that
-- a cell's Nguyễn Thị are not looked for among a province's, nor Hồng among everybody called Phong.
drop index person_record_words;
create index person_record_words on person_record using gin
  ((' ' || name_key) gin_trgm_ops, string_to_array(ltrim(scope, '|'), '|'));

create index unit_scope_path on unit_scope (path text_pattern_ops);

drop function people_named(text, text[], integer);

-- Whoever has such a name on the day, with what the names stand in order by; its callers sort and cut. It filters by the scope
-- itself: its owner is that of the table, whom no policy holds.
create function people_named(in_scope text, words text[], on_day date, at_most integer)
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
revoke execute on function people_named(text, text[], date, integer) from public;
grant execute on function people_named(text, text[], date, integer) to sotay_app;
