-- Meetings held by cells and committees.

create table meeting (
  unit_id uuid not null,
  on_day date not null,
  sort text not null,
  body text not null,
  topic text,
  convened integer not null,
  present integer not null,
  excused integer not null,
  visitor_count integer not null,
  visitor_levels text[] not null,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint meeting_pkey primary key (unit_id, act_id),
  constraint meeting_attendance_check check (present >= 0 and excused >= 0 and present + excused <= convened)
);
create index meeting_on_day on meeting (on_day);
-- Months without a regular meeting are looked up cell by cell and month by month.
create index meeting_regular_of_cell on meeting (unit_id, on_day) where sort = 'regular' and body = 'cell';
comment on table meeting is 'A meeting: how many were convened and present. convened leaves out the exempt and those away for a time.';
select lay_facts('meeting');
