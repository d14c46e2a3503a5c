-- Acts that one unit proposes and the competent one records. Nothing is deleted: what becomes of a proposal is written once.

create table proposal (
  id uuid primary key,
  kind text not null,
  state text not null default 'open',
  proposing_unit_id uuid,
  competent_unit_id uuid,
  subject_ids uuid[] not null,
  cipher bytea not null,
  key_id text not null,
  proposed_by text not null,
  proposer_account uuid,
  proposer_grant uuid,
  proposer_role text,
  proposed_at timestamptz not null,
  follows_id uuid,
  decided_by text,
  decider_account uuid,
  decided_at timestamptz,
  reason text,
  constraint proposal_follows_id_fkey foreign key (follows_id) references proposal (id),
  constraint proposal_state_check check (state in ('open', 'recorded', 'returned', 'withdrawn')),
  constraint proposal_decided_check check ((state = 'open') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint proposal_reason_check check (state <> 'returned' or btrim(coalesce(reason, '')) <> ''),
  constraint proposal_two_people_check check (state not in ('recorded', 'returned') or
    (decided_by <> proposed_by and decider_account is distinct from proposer_account))
);
create index proposal_open on proposal (competent_unit_id) where state = 'open';
create index proposal_proposed_by on proposal (proposed_by, proposed_at desc);
comment on table proposal is 'An act that somebody proposes and somebody else records. Its body is kept as it was sent and never changed; a new attempt is a new row.';
comment on column proposal.id is 'the id that the act has once it is recorded';
comment on column proposal.competent_unit_id is 'by the kind of act, never by what was sent; null: nothing is known of whom it is about';
comment on column proposal.proposing_unit_id is 'of the grant in which it was proposed; null: the whole register';
comment on column proposal.subject_ids is 'persons and units that it is about, to see what was recorded about them since';
comment on column proposal.cipher is 'title and act, AES-256-GCM under the key file: names and sensitive values may stand in it';
comment on column proposal.follows_id is 'the proposal that was returned and that this one takes up again';

grant select, insert on proposal to sotay_app;
grant update (state, decided_by, decider_account, decided_at, reason) on proposal to sotay_app;
alter table proposal enable row level security;
-- One's own, and those of or for a unit of the place; of these the server shows what the role records.
create policy proposal_seen on proposal for select using (
  (proposed_by = nullif(current_setting('sotay.actor', true), '') and nullif(current_setting('sotay.scope', true), '') is not null)
  or current_setting('sotay.scope', true) = '|'
  or exists (select from unit_scope u where u.unit_id in (proposal.competent_unit_id, proposal.proposing_unit_id)
    and strpos(u.path, nullif(current_setting('sotay.scope', true), '')) > 0));
create policy proposal_made on proposal for insert
  with check (proposed_by = nullif(current_setting('sotay.actor', true), '') and state = 'open' and nullif(current_setting('sotay.scope', true), '') is not null);
create policy proposal_decided on proposal for update
  using (state = 'open' and nullif(current_setting('sotay.scope', true), '') is not null)
  with check (decided_by = nullif(current_setting('sotay.actor', true), '') and state <> 'open');
