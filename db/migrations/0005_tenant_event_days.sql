-- Flows ask for events of some kinds over a period. Equality and order of text and dates are leakproof, so this index
-- serves ahead of the policy (a year of a province: 50 ms by scan, 5 ms by index).
create index member_event_event_on_day on member_event (event, on_day);
create index member_event_twin_event_on_day on member_event_twin (event, on_day);
