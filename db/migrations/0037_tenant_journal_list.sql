-- Reading the journal as a list: by day of recording or of effect, by kind, by who recorded, by paper, of a part of the tree.
-- (recorded_at, id) and (effective_on, id) are the orders in which pages follow one another.

create index act_recorded on act (recorded_at, id);
drop index act_recorded_at;
create index act_effective on act (effective_on, id);
create index act_kind_effective on act (kind, effective_on, id);
create index act_recorded_by on act (recorded_by, recorded_at, id);

-- The labels of all units that an act concerns or lies under. An act is under a unit when the unit's own label is among them.
create function scope_labels(scope text) returns text[] language sql immutable parallel safe
  return string_to_array(btrim(replace(scope, '|', '.'), '.'), '.');
create index act_scope_labels on act using gin (scope_labels(scope));

-- The words of a paper without accents: number, issuer, what it is about. unaccent is only stable because its dictionary could be changed; here it never is.
create function paper_words(paper jsonb) returns tsvector language sql immutable parallel safe
  return array_to_tsvector(array_remove(regexp_split_to_array(public.unaccent('public.unaccent'::regdictionary,
    lower(concat_ws(' ', paper ->> 'number', paper ->> 'issuer', paper ->> 'type', paper ->> 'abstract'))), '[^a-z0-9]+'), ''));
create index act_paper_words on act using gin (paper_words(paper)) where paper is not null;

create index act_via on act ((source ->> 'via'));
create index act_import on act ((source ->> 'import')) where source ->> 'import' is not null;

-- Row-level security would keep the planner from these indexes: none of their operators is leakproof. So this looks as the owner,
-- asks for itself what the policy asks, and hands out ids only, at most so many. What is null is not asked.
create function acts_gathered(label text, words text, kinds text[], via text, import text, at_most integer) returns setof uuid
language plpgsql stable security definer set search_path from current as $$
begin
  return query execute
    'select id from act where strpos(scope, nullif(current_setting(''sotay.scope'', true), '''')) > 0'
    || case when label is null then '' else ' and scope_labels(scope) @> array[$1]' end
    || case when words is null then '' else ' and paper is not null and paper_words(paper) @@ $2::tsquery' end
    || case when kinds is null then '' else ' and kind = any($3)' end
    || case when via is null then '' else ' and source ->> ''via'' = $4' end
    || case when import is null then '' else ' and source ->> ''import'' = $5' end
    || ' limit $6'
    using label, words, kinds, via, import, at_most;
end $$;
revoke execute on function acts_gathered(text, text, text[], text, text, integer) from public;
grant execute on function acts_gathered(text, text, text[], text, text, integer) to sotay_app;

-- An act falls away when an act that itself holds withdraws it.
create function act_holds(asked uuid) returns boolean language plpgsql stable set search_path from current as $$
begin
  return not exists (select from act b where b.withdraws_id = asked and act_holds(b.id));
end $$;
revoke execute on function act_holds(uuid) from public;
grant execute on function act_holds(uuid) to sotay_app;
