-- Discipline of units and members.

create table discipline (
  subject_id uuid not null,
  subject_kind text not null,
  unit_id uuid,
  on_day date not null,
  form text not null,
  content text[] not null,
  ends_on date,
  ended_as text,
  by_body text not null,
  by_unit_id uuid,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint discipline_pkey primary key (subject_id, act_id),
  constraint discipline_subject_check check (subject_kind in ('unit', 'person')),
  constraint discipline_end_check check (ends_on is null or on_day <= ends_on)
);
comment on table discipline is 'A disciplinary measure; ends_on: first day on which it no longer holds, ended_as: lapsed, annulled or replaced.';
select lay_facts('discipline');
