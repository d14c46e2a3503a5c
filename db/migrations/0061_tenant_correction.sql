-- Requests that a record be corrected. No acts: an accepted one is followed by an ordinary act, and nothing is overwritten.

create table correction (
  id uuid primary key,
  person_id uuid not null,
  field text not null,
  cipher bytea,
  key_id text not null,
  asked_at timestamptz not null,
  asked_by text not null,
  decided_at timestamptz,
  decided_by text,
  is_accepted boolean,
  decision_reason text,
  act_id uuid,
  constraint correction_act_fkey foreign key (act_id) references act (id),
  constraint correction_decided_check check (num_nulls(decided_at, decided_by, is_accepted, decision_reason) in (0, 4)),
  constraint correction_act_check check ((is_accepted is true) = (act_id is not null)),
  constraint correction_second_check check (decided_by <> asked_by)
);
create index correction_person on correction (person_id, asked_at);
comment on table correction is 'Somebody asks that a field of a record be corrected; a body above the cell decides. Who asks never decides.';
comment on column correction.field is 'of the record, as member.corrected names it';
comment on column correction.cipher is 'what stands there, what should, and why, AES-256-GCM under the key file: sensitive values may stand in it; null: erased with the person''s sensitive values';
comment on column correction.act_id is 'the act that an accepted request led to';

grant select, insert on correction to sotay_app;
grant update (cipher, decided_at, decided_by, is_accepted, decision_reason, act_id) on correction to sotay_app;
alter table correction enable row level security;
-- Seen where the person is seen, and by whoever asked, wherever the person has gone since.
create policy correction_seen on correction for select
  using (current_setting('sotay.scope', true) = '|' or asked_by = nullif(current_setting('sotay.actor', true), '')
    or exists (select from person p where p.person_id = correction.person_id));
create policy correction_asked on correction for insert
  with check (asked_by = nullif(current_setting('sotay.actor', true), '') and decided_at is null
    and nullif(current_setting('sotay.scope', true), '') is not null);
create policy correction_decided on correction for update
  using ((current_setting('sotay.scope', true) = '|'
    or exists (select from person p where p.person_id = correction.person_id)))
  with check (cipher is null or decided_by = nullif(current_setting('sotay.actor', true), ''));
