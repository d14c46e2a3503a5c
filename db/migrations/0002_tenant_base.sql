-- One tenant: the journal, the facts with their twins, tallies, seals. Rules of scale: no tenant name here, no identity columns, no triggers.

create sequence fact_ordinal;
create sequence unit_label;

-- ---------------------------------------------------------------- the journal

create table journal_head (
  one boolean primary key default true,
  last_recorded_at timestamptz not null,
  constraint journal_head_one_check check (one)
);
insert into journal_head (last_recorded_at) values ('2000-01-01T00:00:00Z');
comment on table journal_head is 'One row: the lock under which the time of recording is taken, so that it strictly increases.';

create table act (
  id uuid primary key,
  kind text not null,
  effective_on date not null,
  after_id uuid,
  withdraws_id uuid,
  actor jsonb not null,
  paper jsonb,
  note text,
  body jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  source jsonb not null,
  content_key bytea not null,
  scope text not null
);
create index act_recorded_at on act (recorded_at);
create index act_withdraws on act (withdraws_id) where withdraws_id is not null;
comment on column act.body is 'the fields of the kind, persons and units by id, sensitive values as {ref, commitment}';
comment on column act.content_key is 'keyed hash of the act as it was sent: posting it again is recognised without reading sensitive values';
comment on column act.scope is 'cache, not part of the act: paths of the units it concerns in today''s tree';

create table act_subject (
  subject_id uuid not null,
  act_id uuid not null,
  role text not null,
  constraint act_subject_pkey primary key (subject_id, act_id, role),
  constraint act_subject_act_fkey foreign key (act_id) references act (id),
  constraint act_subject_role_check check (role in ('person', 'unit', 'reference'))
);
create index act_subject_act on act_subject (act_id);
comment on column act_subject.role is 'person, unit: the act folds into facts of this subject; reference: the act only names the unit';

create table sensitive_value (
  ref uuid primary key,
  act_id uuid not null,
  subject_id uuid not null,
  field text not null,
  cipher bytea,
  lookup bytea,
  key_id text not null,
  erased_on date,
  erased_under text,
  scope text not null,
  constraint sensitive_value_act_fkey foreign key (act_id) references act (id)
);
create index sensitive_value_lookup on sensitive_value (lookup) where lookup is not null;
create index sensitive_value_subject on sensitive_value (subject_id);
comment on table sensitive_value is 'What the journal holds only as {ref, commitment}. cipher: AES-256-GCM of value and salt under a key outside the database; erasing empties cipher and lookup.';
comment on column sensitive_value.lookup is 'HMAC of the normalised value, for equality search (citizen id)';

create table seal (
  no bigint primary key,
  previous_hash bytea not null,
  hash bytea not null,
  upto timestamptz not null,
  act_count integer not null,
  act_ids bytea not null,
  leaves bytea not null,
  sealed_at timestamptz not null
);
comment on table seal is 'hash = sha256(previous hash, number, upto, count, sha256(ids), sha256(leaves)); a leaf is sha256 of the act''s canonical JSON (RFC 8785), in order of act id.';

create table import_batch (
  id uuid primary key,
  file_name text not null,
  file_hash bytea not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  act_count integer not null,
  undone_at timestamptz
);

-- ---------------------------------------------------------------- facts
-- Every fact table: the act it comes from, an ordinal (its handle, never an order), since when it is believed, and a twin that keeps replaced rows.

create table unit_scope (
  unit_id uuid primary key,
  label text not null,
  path text not null
);
comment on table unit_scope is 'Where a unit lies in today''s tree, as |label.label. ; an ended unit lies under its successor, or its last parent.';


create table unit_life (
  unit_id uuid not null,
  valid daterange not null,
  end_act_id uuid,
  end_kind text,
  successor_id uuid,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint unit_life_pkey primary key (unit_id, valid without overlaps),
  constraint unit_life_valid_check check (not isempty(valid))
);
comment on table unit_life is 'A unit exists; end_kind and successor_id say how it ended.';
create table unit_life_twin (like unit_life, known_until timestamptz not null, constraint unit_life_twin_pkey primary key (act_id, ordinal));

create table unit_name (
  unit_id uuid not null,
  valid daterange not null,
  name text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint unit_name_pkey primary key (unit_id, valid without overlaps),
  constraint unit_name_valid_check check (not isempty(valid)),
  constraint unit_name_unit_fkey foreign key (unit_id, period valid) references unit_life (unit_id, period valid) deferrable initially deferred
);
create table unit_name_twin (like unit_name, known_until timestamptz not null, constraint unit_name_twin_pkey primary key (act_id, ordinal));

create table unit_kind (
  unit_id uuid not null,
  valid daterange not null,
  kind text not null,
  type text,
  zone text,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint unit_kind_pkey primary key (unit_id, valid without overlaps),
  constraint unit_kind_valid_check check (not isempty(valid)),
  constraint unit_kind_unit_fkey foreign key (unit_id, period valid) references unit_life (unit_id, period valid) deferrable initially deferred
);
comment on table unit_kind is 'kind: place in the system (grassroots-body, cell …); type: row of statistical Form 5; zone: industrial …';
create table unit_kind_twin (like unit_kind, known_until timestamptz not null, constraint unit_kind_twin_pkey primary key (act_id, ordinal));

create table unit_code (
  unit_id uuid not null,
  valid daterange not null,
  code text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint unit_code_pkey primary key (unit_id, valid without overlaps),
  constraint unit_code_valid_check check (not isempty(valid)),
  constraint unit_code_unit_fkey foreign key (unit_id, period valid) references unit_life (unit_id, period valid) deferrable initially deferred,
  constraint unit_code_code_key unique (code, valid without overlaps)
);
create table unit_code_twin (like unit_code, known_until timestamptz not null, constraint unit_code_twin_pkey primary key (act_id, ordinal));

create table unit_parent (
  unit_id uuid not null,
  valid daterange not null,
  parent_id uuid not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint unit_parent_pkey primary key (unit_id, valid without overlaps),
  constraint unit_parent_valid_check check (not isempty(valid)),
  constraint unit_parent_unit_fkey foreign key (unit_id, period valid) references unit_life (unit_id, period valid) deferrable initially deferred,
  constraint unit_parent_parent_fkey foreign key (parent_id, period valid) references unit_life (unit_id, period valid) deferrable initially deferred
);
create index unit_parent_parent_id on unit_parent (parent_id);
create table unit_parent_twin (like unit_parent, known_until timestamptz not null, constraint unit_parent_twin_pkey primary key (act_id, ordinal));

create table unit_line (
  ancestor_id uuid not null,
  unit_id uuid not null,
  depth integer not null,
  valid daterange not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint unit_line_pkey primary key (unit_id, ancestor_id, valid without overlaps),
  constraint unit_line_valid_check check (not isempty(valid))
);
create index unit_line_ancestor_id on unit_line (ancestor_id);
comment on table unit_line is 'The tree for queries: every ancestor of a unit (itself at depth 0) and when. Derived from unit_life and unit_parent.';
create table unit_line_twin (like unit_line, known_until timestamptz not null, constraint unit_line_twin_pkey primary key (act_id, ordinal));

create table unit_event (
  unit_id uuid not null,
  on_day date not null,
  decided_on date,
  event text not null,
  kind_before text,
  kind_after text,
  parent_before uuid,
  parent_after uuid,
  related uuid[] not null,
  zone text,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint unit_event_pkey primary key (act_id, unit_id, event)
);
create index unit_event_unit_id on unit_event (unit_id);
comment on table unit_event is 'Something that happened to a unit: established, renamed, upgraded, merged, dissolved …';
create table unit_event_twin (like unit_event, known_until timestamptz not null, constraint unit_event_twin_pkey primary key (act_id, ordinal));

create table person (
  person_id uuid not null,
  code text,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint person_pkey primary key (person_id),
  constraint person_code_key unique (code)
);
create table person_twin (like person, known_until timestamptz not null, constraint person_twin_pkey primary key (act_id, ordinal));

create table person_record (
  person_id uuid not null,
  valid daterange not null,
  name text not null,
  name_key text not null,
  birth_name text,
  other_name text,
  born text,
  born_on date,
  sex text,
  ethnicity text,
  religion text,
  foreign_origin boolean,
  occupation text,
  retired boolean,
  youth_union boolean,
  private_owner boolean,
  foreign_spouse boolean,
  family_planning_violation boolean,
  general_education text,
  qualification text,
  academic_title text,
  theory_level text,
  admission_decided_on text,
  admitted_on text,
  official_on text,
  party_age_from date,
  details jsonb not null,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint person_record_pkey primary key (person_id, valid without overlaps),
  constraint person_record_valid_check check (not isempty(valid))
);
comment on table person_record is 'What the record sheet says of a person, from when. born, admission_decided_on, admitted_on, official_on may be known to the day, month or year; born_on is the earliest day it can mean.';
create table person_record_twin (like person_record, known_until timestamptz not null, constraint person_record_twin_pkey primary key (act_id, ordinal));

create table standing (
  person_id uuid not null,
  valid daterange not null,
  unit_id uuid not null,
  status text not null,
  in_transit boolean not null,
  entry text not null,
  exit text,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint standing_pkey primary key (person_id, valid without overlaps),
  constraint standing_valid_check check (not isempty(valid)),
  constraint standing_unit_fkey foreign key (unit_id, period valid) references unit_life (unit_id, period valid) deferrable initially deferred,
  constraint standing_status_check check (status in ('probationary', 'official'))
);
create index standing_unit_id on standing (unit_id);
comment on table standing is 'A member stands in a unit. entry, exit: the event by which the row begins and ends. In transit: between letter and receipt, in the nearest common superior.';
create table standing_twin (like standing, known_until timestamptz not null, constraint standing_twin_pkey primary key (act_id, ordinal));

create table transit (
  person_id uuid not null,
  valid daterange not null,
  from_unit_id uuid not null,
  to_unit_id uuid,
  place_kind text,
  place text,
  letter text,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint transit_pkey primary key (person_id, valid without overlaps),
  constraint transit_valid_check check (not isempty(valid))
);
comment on table transit is 'Between letter and receipt. to_unit_id null: to a place outside this tenant.';
create table transit_twin (like transit, known_until timestamptz not null, constraint transit_twin_pkey primary key (act_id, ordinal));

create table exemption (
  person_id uuid not null,
  valid daterange not null,
  unit_id uuid,
  kind text not null,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint exemption_pkey primary key (person_id, valid without overlaps),
  constraint exemption_valid_check check (not isempty(valid))
);
create table exemption_twin (like exemption, known_until timestamptz not null, constraint exemption_twin_pkey primary key (act_id, ordinal));

create table suspension (
  person_id uuid not null,
  valid daterange not null,
  unit_id uuid,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint suspension_pkey primary key (person_id, valid without overlaps),
  constraint suspension_valid_check check (not isempty(valid))
);
create table suspension_twin (like suspension, known_until timestamptz not null, constraint suspension_twin_pkey primary key (act_id, ordinal));

create table temporary_stay (
  person_id uuid not null,
  valid daterange not null,
  unit_id uuid,
  host_unit_id uuid,
  place_kind text,
  place text,
  due_on date,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint temporary_stay_pkey primary key (person_id, valid without overlaps),
  constraint temporary_stay_valid_check check (not isempty(valid))
);
comment on table temporary_stay is 'Away for a time: counted at home (unit_id), lives with the host. A guest from outside the tenant has no home unit here.';
create table temporary_stay_twin (like temporary_stay, known_until timestamptz not null, constraint temporary_stay_twin_pkey primary key (act_id, ordinal));

create table member_number (
  person_id uuid not null,
  scheme text not null,
  valid daterange not null,
  number text not null,
  issued_on text,
  issued_at text,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint member_number_pkey primary key (person_id, scheme, valid without overlaps),
  constraint member_number_valid_check check (not isempty(valid))
);
create table member_number_twin (like member_number, known_until timestamptz not null, constraint member_number_twin_pkey primary key (act_id, ordinal));

create table member_event (
  person_id uuid not null,
  on_day date not null,
  decided_on date,
  event text not null,
  unit_id uuid,
  from_unit_id uuid,
  to_unit_id uuid,
  place_kind text,
  place text,
  was_probationary boolean,
  detail text,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint member_event_pkey primary key (act_id, person_id, event)
);
create index member_event_person_id on member_event (person_id);
create index member_event_unit_id on member_event (unit_id);
comment on table member_event is 'Something that happened to a person, on a day, in unit_id. from/to: the units it led from and to, for the flows.';
create table member_event_twin (like member_event, known_until timestamptz not null, constraint member_event_twin_pkey primary key (act_id, ordinal));

create table classification (
  subject_id uuid not null,
  subject_kind text not null,
  for_year integer not null,
  level text,
  omitted text,
  decided_on date,
  unit_id uuid,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint classification_pkey primary key (subject_id, for_year),
  constraint classification_subject_check check (subject_kind in ('unit', 'person')),
  constraint classification_level_check check ((level is null) <> (omitted is null))
);
create index classification_unit_id on classification (unit_id);
comment on table classification is 'The level of a year, or why it was not given. unit_id: the unit itself, or the persons unit on 31 December of that year.';
create table classification_twin (like classification, known_until timestamptz not null, constraint classification_twin_pkey primary key (act_id, ordinal));

create table target (
  unit_id uuid not null,
  figure text not null,
  args jsonb not null,
  valid daterange not null,
  value numeric not null,
  measure text not null,
  at_least boolean not null,
  assigned_on date not null,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint target_pkey primary key (act_id, unit_id),
  constraint target_valid_check check (not isempty(valid))
);
create index target_unit_id on target (unit_id);
comment on table target is 'A target in force for a period; the latest assignment wins.';
create table target_twin (like target, known_until timestamptz not null, constraint target_twin_pkey primary key (act_id, ordinal));

create table declared_count (
  unit_id uuid not null,
  figure text not null,
  args jsonb not null,
  valid daterange not null,
  amount integer not null,
  breakdown jsonb,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint declared_count_pkey primary key (act_id, unit_id),
  constraint declared_count_valid_check check (not isempty(valid))
);
create index declared_count_unit_id on declared_count (unit_id);
comment on table declared_count is 'A count reported without names.';
create table declared_count_twin (like declared_count, known_until timestamptz not null, constraint declared_count_twin_pkey primary key (act_id, ordinal));

-- Tallies: a cache of current knowledge, derived from the figure's own rule and checked by verify.
create table tally (
  unit_id uuid not null,
  figure text not null,
  day date not null,
  change integer not null,
  constraint tally_pkey primary key (unit_id, figure, day)
);

-- ---------------------------------------------------------------- rights and row-level security
-- The application owns nothing. A missing or empty setting shows no row (fails closed). scope holds one or more paths, each as |a.b.c.

grant usage on sequence fact_ordinal, unit_label to sotay_app;
grant select, update on journal_head to sotay_app;
grant select, insert, update (scope) on act to sotay_app;
grant select, insert on act_subject, seal to sotay_app;
grant select, insert, update on import_batch, sensitive_value to sotay_app;
grant select, insert, update, delete on unit_scope, tally to sotay_app;
grant select, insert, delete on unit_life to sotay_app;
grant select, insert on unit_life_twin to sotay_app;
grant select, insert, delete on unit_name to sotay_app;
grant select, insert on unit_name_twin to sotay_app;
grant select, insert, delete on unit_kind to sotay_app;
grant select, insert on unit_kind_twin to sotay_app;
grant select, insert, delete on unit_code to sotay_app;
grant select, insert on unit_code_twin to sotay_app;
grant select, insert, delete on unit_parent to sotay_app;
grant select, insert on unit_parent_twin to sotay_app;
grant select, insert, delete on unit_line to sotay_app;
grant select, insert on unit_line_twin to sotay_app;
grant select, insert, delete on unit_event to sotay_app;
grant select, insert on unit_event_twin to sotay_app;
grant select, insert, delete, update (scope) on person to sotay_app;
grant select, insert, update (scope) on person_twin to sotay_app;
grant select, insert, delete, update (scope) on person_record to sotay_app;
grant select, insert, update (scope) on person_record_twin to sotay_app;
grant select, insert, delete, update (scope) on standing to sotay_app;
grant select, insert, update (scope) on standing_twin to sotay_app;
grant select, insert, delete, update (scope) on transit to sotay_app;
grant select, insert, update (scope) on transit_twin to sotay_app;
grant select, insert, delete, update (scope) on exemption to sotay_app;
grant select, insert, update (scope) on exemption_twin to sotay_app;
grant select, insert, delete, update (scope) on suspension to sotay_app;
grant select, insert, update (scope) on suspension_twin to sotay_app;
grant select, insert, delete, update (scope) on temporary_stay to sotay_app;
grant select, insert, update (scope) on temporary_stay_twin to sotay_app;
grant select, insert, delete, update (scope) on member_number to sotay_app;
grant select, insert, update (scope) on member_number_twin to sotay_app;
grant select, insert, delete, update (scope) on member_event to sotay_app;
grant select, insert, update (scope) on member_event_twin to sotay_app;
grant select, insert, delete, update (scope) on classification to sotay_app;
grant select, insert, update (scope) on classification_twin to sotay_app;
grant select, insert, delete, update (scope) on target to sotay_app;
grant select, insert, update (scope) on target_twin to sotay_app;
grant select, insert, delete, update (scope) on declared_count to sotay_app;
grant select, insert, update (scope) on declared_count_twin to sotay_app;

alter table journal_head enable row level security;
create policy journal_head_in_context on journal_head using (nullif(current_setting('sotay.scope', true), '') is not null);
alter table unit_scope enable row level security;
create policy unit_scope_in_context on unit_scope using (nullif(current_setting('sotay.scope', true), '') is not null);
alter table seal enable row level security;
create policy seal_in_context on seal using (nullif(current_setting('sotay.scope', true), '') is not null);
alter table import_batch enable row level security;
create policy import_batch_in_context on import_batch using (nullif(current_setting('sotay.scope', true), '') is not null);
alter table tally enable row level security;
create policy tally_in_context on tally using (nullif(current_setting('sotay.scope', true), '') is not null);
alter table unit_life enable row level security;
create policy unit_life_in_context on unit_life using (nullif(current_setting('sotay.scope', true), '') is not null);
alter table unit_life_twin enable row level security;
create policy unit_life_twin_in_context on unit_life_twin using (nullif(current_setting('sotay.scope', true), '') is not null);
alter table unit_name enable row level security;
create policy unit_name_in_context on unit_name using (nullif(current_setting('sotay.scope', true), '') is not null);
alter table unit_name_twin enable row level security;
create policy unit_name_twin_in_context on unit_name_twin using (nullif(current_setting('sotay.scope', true), '') is not null);
alter table unit_kind enable row level security;
create policy unit_kind_in_context on unit_kind using (nullif(current_setting('sotay.scope', true), '') is not null);
alter table unit_kind_twin enable row level security;
create policy unit_kind_twin_in_context on unit_kind_twin using (nullif(current_setting('sotay.scope', true), '') is not null);
alter table unit_code enable row level security;
create policy unit_code_in_context on unit_code using (nullif(current_setting('sotay.scope', true), '') is not null);
alter table unit_code_twin enable row level security;
create policy unit_code_twin_in_context on unit_code_twin using (nullif(current_setting('sotay.scope', true), '') is not null);
alter table unit_parent enable row level security;
create policy unit_parent_in_context on unit_parent using (nullif(current_setting('sotay.scope', true), '') is not null);
alter table unit_parent_twin enable row level security;
create policy unit_parent_twin_in_context on unit_parent_twin using (nullif(current_setting('sotay.scope', true), '') is not null);
alter table unit_line enable row level security;
create policy unit_line_in_context on unit_line using (nullif(current_setting('sotay.scope', true), '') is not null);
alter table unit_line_twin enable row level security;
create policy unit_line_twin_in_context on unit_line_twin using (nullif(current_setting('sotay.scope', true), '') is not null);
alter table unit_event enable row level security;
create policy unit_event_in_context on unit_event using (nullif(current_setting('sotay.scope', true), '') is not null);
alter table unit_event_twin enable row level security;
create policy unit_event_twin_in_context on unit_event_twin using (nullif(current_setting('sotay.scope', true), '') is not null);
alter table act_subject enable row level security;
create policy act_subject_in_context on act_subject using (nullif(current_setting('sotay.scope', true), '') is not null);
alter table act enable row level security;
create policy act_in_scope on act using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table sensitive_value enable row level security;
create policy sensitive_value_in_scope on sensitive_value using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table person enable row level security;
create policy person_in_scope on person using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table person_twin enable row level security;
create policy person_twin_in_scope on person_twin using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table person_record enable row level security;
create policy person_record_in_scope on person_record using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table person_record_twin enable row level security;
create policy person_record_twin_in_scope on person_record_twin using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table standing enable row level security;
create policy standing_in_scope on standing using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table standing_twin enable row level security;
create policy standing_twin_in_scope on standing_twin using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table transit enable row level security;
create policy transit_in_scope on transit using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table transit_twin enable row level security;
create policy transit_twin_in_scope on transit_twin using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table exemption enable row level security;
create policy exemption_in_scope on exemption using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table exemption_twin enable row level security;
create policy exemption_twin_in_scope on exemption_twin using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table suspension enable row level security;
create policy suspension_in_scope on suspension using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table suspension_twin enable row level security;
create policy suspension_twin_in_scope on suspension_twin using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table temporary_stay enable row level security;
create policy temporary_stay_in_scope on temporary_stay using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table temporary_stay_twin enable row level security;
create policy temporary_stay_twin_in_scope on temporary_stay_twin using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table member_number enable row level security;
create policy member_number_in_scope on member_number using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table member_number_twin enable row level security;
create policy member_number_twin_in_scope on member_number_twin using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table member_event enable row level security;
create policy member_event_in_scope on member_event using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table member_event_twin enable row level security;
create policy member_event_twin_in_scope on member_event_twin using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table classification enable row level security;
create policy classification_in_scope on classification using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table classification_twin enable row level security;
create policy classification_twin_in_scope on classification_twin using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table target enable row level security;
create policy target_in_scope on target using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table target_twin enable row level security;
create policy target_twin_in_scope on target_twin using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table declared_count enable row level security;
create policy declared_count_in_scope on declared_count using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
alter table declared_count_twin enable row level security;
create policy declared_count_twin_in_scope on declared_count_twin using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
