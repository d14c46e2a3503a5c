-- Posts: in committees, inspection commissions, at the head of agencies.

create table post (
  person_id uuid not null,
  unit_id uuid not null,
  post text not null,
  valid daterange not null,
  how text not null,
  term text,
  held_since text,
  ratified_on date,
  left_as text,
  left_act_id uuid,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint post_pkey primary key (person_id, unit_id, post, valid without overlaps),
  constraint post_valid_check check (not isempty(valid))
);
comment on column post.term is 'the committee''s term, "2020-2025"';
comment on column post.held_since is 'for somebody in office when the register opened: since when, to the day, month or year';
comment on column post.left_act_id is 'the act that ended the spell; null where the end of the membership did';
select lay_facts('post');
