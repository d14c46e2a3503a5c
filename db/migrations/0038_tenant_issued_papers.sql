-- The papers by which a unit decided about others, the latest first: its page lists them beside those about the unit itself.

create index act_issued on act (
  (actor ->> 'unit'), (rpad(coalesce(paper ->> 'issuedOn', ''), 10, '~')) desc, (paper ->> 'number'), (paper ->> 'issuer')
) where paper is not null;

-- As acts_gathered: row-level security would keep the planner from the index, so this looks as the owner and asks what the policy
-- asks. `named`: kinds of acts that are about the unit though they only name it. Every one of `words` stands in the paper.
create function papers_issued(unit uuid, named text[], words text[], known timestamptz, skip integer, at_most integer)
returns table (paper jsonb, kinds jsonb) language sql stable security definer set search_path from current as $$
  with issued as not materialized (
    select a.kind, a.paper, rpad(coalesce(a.paper ->> 'issuedOn', ''), 10, '~') as day, a.paper ->> 'number' as number, a.paper ->> 'issuer' as issuer
    from act a
    where a.actor ->> 'unit' = unit::text and a.paper is not null and a.withdraws_id is null
      and strpos(a.scope, nullif(current_setting('sotay.scope', true), '')) > 0
      and (known is null or a.recorded_at <= known)
      and not exists (
        select from act_subject s where s.act_id = a.id and s.subject_id = unit and (s.role = 'unit' or a.kind = any(named))
      )
      and not exists (
        select from unnest(words) w
        where strpos(public.unaccent(lower(concat_ws(' ', a.paper ->> 'number', a.paper ->> 'abstract', a.paper ->> 'issuer', a.paper ->> 'type'))), w) = 0
      )
  ), listed as materialized (
    select i.day, i.number, i.issuer from issued i group by i.day, i.number, i.issuer
    order by i.day desc, i.number, i.issuer limit at_most offset skip
  ), counted as (
    select l.day, l.number, l.issuer, i.paper, i.kind, count(*) as count
    from listed l join lateral (select * from issued i where (i.day, i.number, i.issuer) = (l.day, l.number, l.issuer)) i on true
    group by l.day, l.number, l.issuer, i.paper, i.kind
  ), by_kind as (
    select c.day, c.number, c.issuer, c.kind, sum(c.count) as count, (array_agg(c.paper order by c.paper ->> 'abstract' nulls last))[1] as paper
    from counted c group by c.day, c.number, c.issuer, c.kind
  )
  select (array_agg(k.paper order by k.paper ->> 'abstract' nulls last))[1], jsonb_object_agg(k.kind, k.count)
  from by_kind k group by k.day, k.number, k.issuer order by k.day desc, k.number, k.issuer
$$;
revoke execute on function papers_issued(uuid, text[], text[], timestamptz, integer, integer) from public;
grant execute on function papers_issued(uuid, text[], text[], timestamptz, integer, integer) to sotay_app;
