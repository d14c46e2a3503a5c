-- Model cells and four-good organisations: registered, recognised.

create table model_title (
  unit_id uuid not null,
  title text not null,
  valid daterange not null,
  status text not null,
  for_year integer,
  ended_as text,
  ended_act_id uuid,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint model_title_pkey primary key (unit_id, title, status, valid without overlaps),
  constraint model_title_status_check check (status in ('registered', 'recognised'))
);
comment on table model_title is 'A unit that is recognised may be registered for another year beside it.';
select lay_facts('model_title');
