-- Word templates of an office's own. Only added to: what was in force on a day stays what a paper of that day was made of.

create table office_template (
  id uuid primary key,
  unit_id uuid not null,
  report text not null,
  valid_from date not null,
  file_name text,
  content bytea,
  uploaded_at timestamptz not null,
  uploaded_by text not null,
  constraint office_template_content_check check ((content is null) = (file_name is null))
);
create index office_template_unit on office_template (unit_id, report);
comment on table office_template is 'From valid_from on, the papers of the unit and of all under it are made with this template, unless a nearer one has its own; of several the last one uploaded for the latest day holds.';
comment on column office_template.content is 'null: from that day on the unit has none of its own any more';

grant select, insert on office_template to sotay_app;
alter table office_template enable row level security;
-- A template holds the layout of papers, no people. Who may ask about the unit is judged before.
create policy office_template_in_context on office_template using (nullif(current_setting('sotay.scope', true), '') is not null);
