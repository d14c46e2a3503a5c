-- How files of a form were read the last time, so that the next one of the same office is read so again.

create table import_mapping (
  signature text primary key,
  mapping jsonb not null,
  file_name text not null,
  used_at timestamptz not null,
  used_by text not null
);
comment on table import_mapping is 'signature: sha256 of the headings and sheet names; mapping: what each column means. Never a value of a file.';

grant select, insert, update, delete on import_mapping to sotay_app;
alter table import_mapping enable row level security;
create policy import_mapping_in_context on import_mapping using (nullif(current_setting('sotay.scope', true), '') is not null);
