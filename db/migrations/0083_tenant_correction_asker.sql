-- Whoever decides in the name of who asked is no second person: by which account and grant it was asked is kept, as of proposals.

alter table correction add column asked_account uuid;
alter table correction add column asked_grant uuid;
comment on column correction.asked_account is 'the account that asked; null: whoever owns the data folder, or asked before this was kept';
comment on column correction.asked_grant is 'the grant by which it was asked: neither who works by one passed on from it, nor who passed it on, decides';
