-- Acts that somebody has begun to write and not recorded yet. Ordinary rows, not acts: they may be changed and thrown away.

create table act_draft (
  id uuid primary key,
  kind text not null,
  owner text not null,
  is_shared boolean not null,
  cipher bytea not null,
  key_id text not null,
  saved_at timestamptz not null
);
comment on table act_draft is 'The form of an act as it was typed so far; thrown away when the act is recorded.';
comment on column act_draft.is_shared is 'all who work in the register see it; it then holds no sensitive value';
comment on column act_draft.cipher is 'title and form, AES-256-GCM under the key file: names and sensitive values may stand in it';

grant select, insert, update, delete on act_draft to sotay_app;
alter table act_draft enable row level security;
-- The writer's own, and what is shared with those who see the whole register.
create policy act_draft_seen on act_draft
  using (owner = nullif(current_setting('sotay.actor', true), '') or (is_shared and current_setting('sotay.scope', true) = '|'));
