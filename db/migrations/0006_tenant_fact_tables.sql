-- What every table of facts needs, so that a part's migration says only what is its own: the table, then `select lay_facts('name')`.
-- Twin, indexes by unit, rights of the application, row-level security over the row's own paths.

create function lay_facts(fact_table text) returns void language plpgsql set search_path from current as $$
declare
  twin text := fact_table || '_twin';
  has_unit boolean := exists (select from pg_attribute where attrelid = fact_table::regclass and attname = 'unit_id' and not attisdropped);
  relation text;
begin
  execute format('create table %I (like %I, known_until timestamptz not null, constraint %I primary key (act_id, ordinal))', twin, fact_table, twin || '_pkey');
  if has_unit then
    execute format('create index %I on %I (unit_id)', fact_table || '_unit_id', fact_table);
    execute format('create index %I on %I (unit_id)', twin || '_unit_id', twin);
  end if;
  execute format('grant select, insert, delete, update (scope) on %I to sotay_app', fact_table);
  execute format('grant select, insert, update (scope) on %I to sotay_app', twin);
  foreach relation in array array[fact_table, twin] loop
    execute format('alter table %I enable row level security', relation);
    execute format('create policy %I on %I using (strpos(scope, nullif(current_setting(''sotay.scope'', true), '''')) > 0)', relation || '_in_scope', relation);
  end loop;
end $$;
revoke execute on function lay_facts(text) from public;

-- The first load takes down keys and indexes of every fact that is not the tree itself: a new part need not be named here.
create or replace function bulk_relations() returns regclass[] language plpgsql stable set search_path from current as $$
begin
  return (
    select array_agg(c.oid::regclass order by c.relname)
    from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
      and to_regclass(quote_ident(c.relname || '_twin')) is not null
      and c.relname not in ('unit_life', 'unit_name', 'unit_kind', 'unit_code', 'unit_parent', 'unit_line', 'unit_event', 'target', 'declared_count')
  );
end $$;
