-- Model cells and four-good organisations: registered, recognised.

create table model_title (
  unit_id uuid not null,
  title text not null,
  valid daterange not null,
  status text not null,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint model_title_pkey primary key (unit_id, title, valid without overlaps),
  constraint model_title_status_check check (status in ('registered', 'recognised'))
);
select lay_facts('model_title');
