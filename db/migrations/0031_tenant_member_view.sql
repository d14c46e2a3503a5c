-- Lists of members that somebody looks at again and again: filters, columns, order under a name.

create table member_view (
  id uuid primary key default uuidv7(),
  name text not null,
  owner text not null,
  is_shared boolean not null,
  view jsonb not null,
  changed_at timestamptz not null,
  constraint member_view_name_check check (btrim(name) <> ''),
  constraint member_view_owner_name_key unique (owner, name)
);
comment on table member_view is 'No fact and nobody''s record: how a list is asked. Whoever made it changes it; shared ones are read by the whole register.';
comment on column member_view.view is 'unit, filters, columns, sort, as GET /api/people takes them';

grant select, insert, update, delete on member_view to sotay_app;
alter table member_view enable row level security;
create policy member_view_read on member_view for select
  using (nullif(current_setting('sotay.scope', true), '') is not null and (is_shared or owner = nullif(current_setting('sotay.actor', true), '')));
create policy member_view_own on member_view
  using (owner = nullif(current_setting('sotay.actor', true), '')) with check (owner = nullif(current_setting('sotay.actor', true), ''));
