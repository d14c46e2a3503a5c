-- Inspection (kiểm tra) and supervision (giám sát) of units and members.

create table inspection (
  subject_id uuid not null,
  subject_kind text not null,
  unit_id uuid,
  on_day date not null,
  form text not null,
  topic text not null,
  outcome text,
  by_body text not null,
  by_unit_id uuid,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint inspection_pkey primary key (subject_id, act_id),
  constraint inspection_subject_check check (subject_kind in ('unit', 'person')),
  constraint inspection_form_check check (form in ('inspection', 'supervision'))
);
create index inspection_on_day on inspection (on_day);
comment on table inspection is 'One inspection or supervision of one unit or member; by_body and by_unit_id: who acted.';
select lay_facts('inspection');
