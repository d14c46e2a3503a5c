-- Petitions received and settled (đơn thư); who complained stands in sensitive_value alone.

create table petition (
  unit_id uuid not null,
  code text not null,
  on_day date not null,
  sort text not null,
  about text,
  anonymous boolean not null,
  due_on date,
  settled_on date,
  outcome text,
  settled_act_id uuid,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint petition_pkey primary key (unit_id, code),
  constraint petition_settled_check check ((settled_on is null) = (outcome is null) and on_day <= settled_on)
);
comment on table petition is 'unit_id: the unit that received it and has to deal with it; figures follow its successors. Nothing of what it says is kept.';
comment on column petition.due_on is 'the deadline that the act names; null: by the rule petition.deadline.days';
select lay_facts('petition');
