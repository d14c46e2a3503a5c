-- A scan may stand beside a request for correction. It is an attachment as any: encrypted, of one subject, removed with a trace.

alter table attachment add column correction_id uuid;
alter table attachment add constraint attachment_correction_fkey foreign key (correction_id) references correction (id);
alter table attachment drop constraint attachment_subject_check;
alter table attachment add constraint attachment_subject_check check (num_nonnulls(act_id, person_id, correction_id) = 1);
create index attachment_correction on attachment (correction_id) where correction_id is not null;
comment on column attachment.correction_id is 'the request for correction that it is evidence of: opened by who asked and by who decides, by nobody else who sees the person';

drop policy attachment_with_subject on attachment;
create policy attachment_with_subject on attachment using (
  nullif(current_setting('sotay.scope', true), '') is not null
  and (current_setting('sotay.scope', true) = '|'
    or exists (select from act a where a.id = attachment.act_id)
    or exists (select from person p where p.person_id = attachment.person_id)
    or exists (select from correction c where c.id = attachment.correction_id))
);
-- What is decided on does not change under whoever decides: only who asked adds to it, and only until it is decided.
create policy attachment_of_who_asked on attachment as restrictive for insert with check (
  correction_id is null
  or exists (select from correction c where c.id = attachment.correction_id and c.decided_at is null
    and c.asked_by = nullif(current_setting('sotay.actor', true), '')));
