-- Resolutions, directives, programmes and other documents that a unit issued.

create table document (
  unit_id uuid not null,
  on_day date not null,
  type text not null,
  thematic boolean not null,
  number text,
  subject text,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint document_pkey primary key (unit_id, act_id)
);
comment on column document.subject is 'what it is about; never its text, and never of a classified paper';
select lay_facts('document');
