-- Courses and their certificates, study of resolutions, contests.

create table course (
  unit_id uuid not null,
  on_day date not null,
  course text not null,
  title text,
  participants integer not null,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint course_pkey primary key (unit_id, act_id)
);
comment on column course.participants is 'everybody who took part, members or not; only members with a certificate have names';
select lay_facts('course');

create table certificate (
  person_id uuid not null,
  unit_id uuid,
  on_day date not null,
  course text not null,
  number text,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint certificate_pkey primary key (person_id, act_id)
);
select lay_facts('certificate');

create table study_session (
  unit_id uuid not null,
  on_day date not null,
  topic text not null,
  convened integer not null,
  present integer not null,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint study_session_pkey primary key (unit_id, act_id),
  constraint study_session_attendance_check check (0 <= present and present <= convened)
);
select lay_facts('study_session');

create table contest_entry (
  subject_id uuid not null,
  subject_kind text not null,
  unit_id uuid,
  on_day date not null,
  contest text not null,
  work text,
  prize text,
  scope text not null,
  act_id uuid not null,
  ordinal bigint not null default nextval('fact_ordinal'),
  known_from timestamptz not null,
  constraint contest_entry_pkey primary key (subject_id, act_id),
  constraint contest_entry_subject_check check (subject_kind in ('unit', 'person'))
);
comment on table contest_entry is 'One entry of a contest, with its prize if it won one. Of people who are not members only the unit is kept.';
select lay_facts('contest_entry');
