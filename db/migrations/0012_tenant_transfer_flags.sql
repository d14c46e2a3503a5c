-- Transfers that were not made by the rules, or forged (Form 7-BTCTW IV).

create table transfer_flag (
  person_id uuid not null,
  unit_id uuid,
  on_day date not null,
  direction text not null,
  flag text not null,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint transfer_flag_pkey primary key (person_id, act_id),
  constraint transfer_flag_direction_check check (direction in ('in', 'out'))
);
select lay_facts('transfer_flag');
