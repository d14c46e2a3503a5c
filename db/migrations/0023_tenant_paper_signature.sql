-- How the papers of a unit are signed: kept from one paper to the next, dated, with who entered it.

create table paper_signature (
  unit_id uuid not null,
  paper text not null,
  valid daterange not null,
  block jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint paper_signature_pkey primary key (unit_id, paper, valid without overlaps),
  constraint paper_signature_paper_check check (paper in ('form', 'report')),
  constraint paper_signature_valid_check check (not isempty(valid))
);
comment on table paper_signature is 'The foot of a unit''s papers: place, by what right (T/M, K/T, T/L, Q.), post and name of who signs, name and telephone of who fills the form.';
comment on column paper_signature.paper is 'form: statistical forms; report: reports in prose, which other people may sign';
comment on column paper_signature.valid is 'The days on which papers are signed so.';

grant select, insert, update (valid), delete on paper_signature to sotay_app;
alter table paper_signature enable row level security;
-- As the tree is: what a unit prints at the foot of papers that it hands out is open inside the tenant. Who may ask about the unit is judged before.
create policy paper_signature_in_context on paper_signature using (nullif(current_setting('sotay.scope', true), '') is not null);
