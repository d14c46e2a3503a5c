-- Imports and saved lists are seen where the work of their office is seen: by those whose place holds the place they were made in.

alter table import_batch add column scope text not null default '|';
comment on column import_batch.scope is 'the place of whoever imported it, in today''s tree';
drop policy import_batch_in_context on import_batch;
create policy import_batch_in_scope on import_batch using (strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);

-- A list may hold a name that was searched for: shared ones are not read outside the place they were made in.
alter table member_view add column scope text not null default '|';
comment on column member_view.scope is 'the place it was last kept in; after a move of that unit only its owner sees it, until it is kept again';
drop policy member_view_read on member_view;
create policy member_view_read on member_view for select
  using (owner = nullif(current_setting('sotay.actor', true), '') and nullif(current_setting('sotay.scope', true), '') is not null
    or is_shared and strpos(scope, nullif(current_setting('sotay.scope', true), '')) > 0);
comment on table member_view is 'No fact and nobody''s record: how a list is asked. Whoever made it changes it; shared ones are read by those whose place holds the place it was made in.';
