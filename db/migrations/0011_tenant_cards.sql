-- Cards issued, reissued, exchanged (Form 7-BTCTW III).

create table card_event (
  person_id uuid not null,
  unit_id uuid,
  on_day date not null,
  event text not null,
  scheme text,
  number text,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint card_event_pkey primary key (person_id, act_id),
  constraint card_event_event_check check (event in ('issued', 'reissued', 'exchanged'))
);
select lay_facts('card_event');
