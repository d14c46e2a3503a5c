-- Whoever refuses (or approves) a request to erase says why: whoever asked reads it.

alter table erasure add column decision_reason text;
comment on column erasure.decision_reason is 'null: decided before reasons were asked for, or from the command line';
grant update (decision_reason) on erasure to sotay_app;
