-- The access log as the journal: each line in an order of its own, sealed, and with whom it was about and as what the reader worked.

alter table access_log alter column at drop default;
alter table access_log add column account_id uuid;
alter table access_log add column role text;
alter table access_log add column place_id uuid;
comment on column access_log.at is 'taken under the lock of access_head as the last step before the commit, so that it strictly increases';
comment on column access_log.action is 'noun.pastParticiple: field.revealed, sealed.opened, attachment.opened, sheet.printed, members.exported, list.exported, duplicate.checked';
comment on column access_log.account_id is 'of public.account; null: whoever owns the data folder';
comment on column access_log.role is 'the capacity: a role of db/seed/roles.json …';
comment on column access_log.place_id is '… at this unit; null: over the whole register, or the owner of the data folder';
create index access_log_actor on access_log (actor, at);

-- Those whose place holds the place that was looked from read a line, and whoever looked. Lines from outside about persons of
-- one's own place are read past this policy, by the one question that says for which persons.
drop policy access_log_read on access_log;
create policy access_log_read on access_log for select
  using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0 or actor = nullif(current_setting('sotay.actor', true), ''));

create table access_head (
  one boolean primary key default true,
  last_logged_at timestamptz not null,
  constraint access_head_one_check check (one)
);
insert into access_head (last_logged_at) select coalesce(max(at), '2000-01-01T00:00:00Z') from access_log;
comment on table access_head is 'One row: the lock under which the time of an access is taken. Beside journal_head, so that reading does not wait for recording.';

create table access_log_person (
  access_id uuid not null,
  person_id uuid not null,
  constraint access_log_person_pkey primary key (access_id, person_id),
  -- Deferred: the persons of a long list are written before the lock for the line itself is taken.
  constraint access_log_person_access_fkey foreign key (access_id) references access_log (id) deferrable initially deferred
);
create index access_log_person_person on access_log_person (person_id);
comment on table access_log_person is 'Whom an access was about: ids and no more, as act_subject. Who may see a person today is judged by the person''s own row.';

create table access_notice (
  access_id uuid primary key,
  class text not null,
  constraint access_notice_access_fkey foreign key (access_id) references access_log (id)
);
comment on table access_notice is 'A sealed value was opened: shown to the person and to the inspection commission. The line of the log says who, when and why.';
comment on column access_notice.class is 'vetting, complainant';

create table access_seal (
  no bigint primary key,
  previous_hash bytea not null,
  hash bytea not null,
  upto timestamptz not null,
  line_count integer not null,
  line_ids bytea not null,
  leaves bytea not null,
  sealed_at timestamptz not null
);
alter table access_seal alter column line_ids set storage external;
alter table access_seal alter column leaves set storage external;
comment on table access_seal is 'As seal, over the lines of access_log with their persons and notices.';

grant select, update on access_head to sotay_app;
grant select, insert on access_log_person, access_notice, access_seal to sotay_app;
alter table access_head enable row level security;
create policy access_head_in_context on access_head using (nullif(current_setting('sotay.scope', true), '') is not null);
alter table access_log_person enable row level security;
create policy access_log_person_in_context on access_log_person using (nullif(current_setting('sotay.scope', true), '') is not null);
alter table access_notice enable row level security;
create policy access_notice_in_context on access_notice using (nullif(current_setting('sotay.scope', true), '') is not null);
alter table access_seal enable row level security;
create policy access_seal_in_context on access_seal using (nullif(current_setting('sotay.scope', true), '') is not null);
