-- Petitions received and settled (đơn thư); who complained stands in sensitive_value alone.

create table petition (
  unit_id uuid not null,
  code text not null,
  on_day date not null,
  sort text not null,
  about text,
  due_on date,
  settled_on date,
  outcome text,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint petition_pkey primary key (unit_id, code),
  constraint petition_settled_check check ((settled_on is null) = (outcome is null) and on_day <= settled_on)
);
comment on table petition is 'unit_id: the unit that has to deal with it.';
select lay_facts('petition');
