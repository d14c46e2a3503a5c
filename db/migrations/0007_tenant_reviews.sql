-- Review (kiểm điểm) of a year, and the classification of collectives that are not party organisations. The end of a target.

create table review (
  subject_id uuid not null,
  subject_kind text not null,
  for_year integer not null,
  held_on date,
  omitted text,
  suggested_by text,
  unit_id uuid,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint review_pkey primary key (subject_id, for_year),
  constraint review_subject_check check (subject_kind in ('unit', 'person')),
  constraint review_held_check check ((held_on is null) <> (omitted is null))
);
comment on table review is 'Whether the review of a year was held, or why not, and which level suggested what to review (Form 6F-BTCTW). unit_id: the unit itself; empty for a person.';
select lay_facts('review');

create table collective_classification (
  unit_id uuid not null,
  collective text not null,
  name text not null,
  for_year integer not null,
  level text,
  omitted text,
  decided_on date,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint collective_classification_pkey primary key (unit_id, collective, name, for_year),
  constraint collective_classification_level_check check ((level is null) <> (omitted is null))
);
comment on table collective_classification is 'The level of a year of a collective (committee, standing committee, leaders of an agency …) that belongs to a unit.';
comment on column collective_classification.name is 'tells collectives of one sort apart; empty where the unit has one';
select lay_facts('collective_classification');

alter table target add column cancelled_on date;
alter table target_twin add column cancelled_on date;
comment on column target.cancelled_on is 'the day from which a decision made the target void; it was in force before';
