-- Sensitive values are found by their act when the act's paths change.
create index sensitive_value_act on sensitive_value (act_id);

-- The first load of an empty register: keys and indexes of the facts about persons are put up after the rows are in, which is several
-- times faster than keeping them up row by row, and in the same transaction. The application owns nothing, so these two functions do it for it.

create function bulk_begin() returns void language plpgsql security definer set search_path from current as $$
declare
  step record;
begin
  if exists (select from act) then
    raise exception 'bulk_begin: the register is not empty';
  end if;
  create temporary table bulk_step on commit drop as
    select c.conrelid::regclass as relation, c.conname as name, c.contype = 'f' as is_foreign,
           format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as take_down,
           format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as put_up
    from pg_constraint c
    where (c.conrelid = any (bulk_relations()) and c.contype in ('p', 'u', 'f'))
       or (c.conrelid in ('act_subject'::regclass, 'sensitive_value'::regclass) and c.contype = 'f')
    union all
    select i.indrelid::regclass, x.relname, false, format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
    from pg_index i join pg_class x on x.oid = i.indexrelid
    where i.indrelid = any (bulk_relations()) and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.conrelid = i.indrelid);
  for step in select take_down from bulk_step order by is_foreign desc loop
    execute step.take_down;
  end loop;
end $$;

create function bulk_end() returns void language plpgsql security definer set search_path from current as $$
declare
  step record;
begin
  -- A caller's own table of that name would make this function run the caller's statements as the owner.
  if (select relowner from pg_class where oid = to_regclass('pg_temp.bulk_step')) is distinct from current_user::regrole then
    raise exception 'bulk_end: bulk_begin was not called in this transaction';
  end if;
  for step in select put_up from pg_temp.bulk_step order by is_foreign loop
    execute step.put_up;
  end loop;
  for step in select unnest(bulk_relations() || array['act'::regclass, 'act_subject'::regclass, 'unit_line'::regclass, 'unit_life'::regclass]) as relation loop
    execute format('analyze %s', step.relation);
  end loop;
  drop table pg_temp.bulk_step;
end $$;

create function bulk_relations() returns regclass[] language plpgsql stable set search_path from current as $$
begin
  return array['person', 'person_record', 'standing', 'transit', 'exemption', 'suspension', 'temporary_stay', 'member_number',
    'member_event', 'classification']::regclass[];
end $$;

revoke execute on function bulk_begin(), bulk_end(), bulk_relations() from public;
grant execute on function bulk_begin(), bulk_end() to sotay_app;
