-- Who saw which sensitive values, why: written before the answer leaves, read by those who watch over it, never changed.

create table access_log (
  id uuid primary key default uuidv7(),
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  action text not null,
  detail jsonb not null,
  unit_id uuid,
  scope text not null,
  reason text not null,
  person_count integer not null,
  constraint access_log_reason_check check (btrim(reason) <> ''),
  constraint access_log_person_count_check check (person_count >= 0)
);
create index access_log_at on access_log (at);
comment on table access_log is 'Append-only: one row each time sensitive values leave the register in plain. The application may add and read rows, nothing else.';
comment on column access_log.action is 'what was done: members.exported';
comment on column access_log.detail is 'which layout, format, fields and day; never a value';
comment on column access_log.unit_id is 'whose members; null: of all that the asker may see';
comment on column access_log.scope is 'the path of what the asker might see at that moment: a fact of then, not a cache';

grant select, insert on access_log to sotay_app;
alter table access_log enable row level security;
-- A row is written in the name of who asks. Who may see the whole tenant reads all of it, others their own rows.
create policy access_log_written on access_log for insert
  with check (actor = current_setting('sotay.actor', true) and scope = nullif(current_setting('sotay.scope', true), ''));
create policy access_log_read on access_log for select
  using (current_setting('sotay.scope', true) = '|' or actor = nullif(current_setting('sotay.actor', true), ''));
