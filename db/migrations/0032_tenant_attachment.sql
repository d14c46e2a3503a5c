-- Scans of papers and photographs of people: encrypted, each of one act or one person. Only added to; a removal leaves its row.

create table attachment (
  id uuid primary key,
  act_id uuid,
  person_id uuid,
  purpose text not null,
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  cipher bytea,
  key_id text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  removed_at timestamptz,
  removed_by text,
  removed_because text,
  constraint attachment_act_fkey foreign key (act_id) references act (id),
  constraint attachment_subject_check check ((act_id is null) <> (person_id is null)),
  constraint attachment_purpose_check check (purpose = 'scan' or (purpose = 'photo' and person_id is not null)),
  constraint attachment_media_type_check check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  constraint attachment_size_check check (size > 0),
  constraint attachment_removed_check check (
    (cipher is null) = (removed_at is not null) and (removed_at is null) = (removed_by is null)
    and (removed_at is null) = (removed_because is null))
);
create index attachment_act on attachment (act_id) where act_id is not null;
create index attachment_person on attachment (person_id) where person_id is not null;
-- The contents are noise already: trying to compress them costs time only.
alter table attachment alter column cipher set storage external;
comment on table attachment is 'A scan of an act''s paper or of a person''s dossier, or a person''s photo: the last one recorded is the photo, those before it are its earlier versions.';
comment on column attachment.cipher is 'AES-256-GCM of the file under a key outside the database; null once it was removed: then who removed it, when and why is left';
comment on column attachment.size is 'bytes of the file as it came';
comment on column attachment.sha256 is 'of the file as it came: the same file for the same purpose is kept once';

grant select, insert, update (cipher, removed_at, removed_by, removed_because) on attachment to sotay_app;
alter table attachment enable row level security;
-- Seen where its act or its person is seen, by their own policies: a scope of its own would have to follow every move and
-- transfer. Files are few and asked for by subject, so the lookup costs nothing that is felt. A person whose only act was
-- withdrawn is nobody's any more: the whole tenant still sees the files.
create policy attachment_with_subject on attachment using (
  nullif(current_setting('sotay.scope', true), '') is not null
  and (current_setting('sotay.scope', true) = '|'
    or exists (select from act a where a.id = attachment.act_id)
    or exists (select from person p where p.person_id = attachment.person_id))
);
