-- Cases of strengthening weak organisations (củng cố tổ chức cơ sở đảng yếu kém).

create table strengthening_case (
  unit_id uuid not null,
  valid daterange not null,
  reason text not null,
  steering text,
  due_on date,
  outcome text,
  closed_act_id uuid,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint strengthening_case_pkey primary key (unit_id, valid without overlaps)
);
comment on column strengthening_case.due_on is 'by when the organisation shall be strengthened, as the decision says';
select lay_facts('strengthening_case');
