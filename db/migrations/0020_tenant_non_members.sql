-- Form 2, part III: grassroots organisations in whose reach no non-member is left to be admitted.

create table unit_without_non_members (
  unit_id uuid not null,
  valid daterange not null,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint unit_without_non_members_pkey primary key (unit_id, valid without overlaps)
);
comment on table unit_without_non_members is 'On these days the unit told that no non-member was left. Nothing is kept of any non-member.';
select lay_facts('unit_without_non_members');
