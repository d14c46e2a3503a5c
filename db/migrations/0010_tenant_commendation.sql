-- Commendations of collectives and individuals, and Party badges.

create table commendation (
  subject_id uuid not null,
  subject_kind text not null,
  unit_id uuid,
  on_day date not null,
  recipient text,
  form text not null,
  title text,
  issuer text not null,
  issuer_level text not null,
  occasion text,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint commendation_pkey primary key (subject_id, act_id),
  constraint commendation_subject_check check (subject_kind in ('unit', 'person'))
);
create index commendation_on_day on commendation (on_day);
comment on table commendation is 'One award to one recipient. recipient: a collective within the unit (a department), where it is not the unit itself.';
select lay_facts('commendation');

create table badge (
  person_id uuid not null,
  unit_id uuid,
  on_day date not null,
  years integer not null,
  early boolean not null,
  posthumous boolean not null,
  number text,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint badge_pkey primary key (person_id, years)
);
comment on table badge is 'Party badge (Huy hiệu Đảng) by years of party age.';
select lay_facts('badge');
