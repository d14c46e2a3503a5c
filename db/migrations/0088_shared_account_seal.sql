-- What is done with accounts lies under seals, as the journal and the access log do; steps of signing in are counted by where they come from.

alter table account_event add column recorded_at timestamptz;
update account_event e set recorded_at = o.moment
from (select id, at + row_number() over (order by at, id) * interval '1 microsecond' as moment from account_event) o where o.id = e.id;
alter table account_event alter column recorded_at set default 'infinity';
alter table account_event alter column recorded_at set not null;
create index account_event_recorded_at on account_event (recorded_at);
comment on column account_event.recorded_at is 'strictly increasing, taken under the lock of account_head at the commit; infinity until then. at is the moment that the work went by';
comment on column account_event.event is 'invited, code-used, password-changed, totp-added, totp-removed, passkey-added, passkey-removed, printed-made, printed-removed, provider-tied, provider-untied, signed-in, sessions-ended, closed, reopened, recovery-started, recovery-approved, recovery-refused, role-asked, role-granted, role-approved, role-refused, role-passed-on, role-ended';

create table account_head (
  one boolean primary key default true,
  last_recorded_at timestamptz not null,
  constraint account_head_one_check check (one)
);
insert into account_head (last_recorded_at) select coalesce(max(recorded_at), '2000-01-01T00:00:00Z') from account_event;
comment on table account_head is 'One row: the lock under which the time of an event is taken, as the last step before the commit.';

create table account_seal (
  no bigint primary key,
  previous_hash bytea not null,
  hash bytea not null,
  upto timestamptz not null,
  line_count integer not null,
  line_ids bytea not null,
  leaves bytea not null,
  sealed_at timestamptz not null
);
alter table account_seal alter column line_ids set storage external;
alter table account_seal alter column leaves set storage external;
comment on table account_seal is 'As the seals of journal and access log, over the lines of account_event.';

-- Events are noted in the middle of work that goes on to lock codes, sessions and factors. Taken there, the lock of the head
-- would be held by some while others wait with what those need; at the commit nobody waits for anything any more. The
-- application cannot choose the time: it may not write the column.
create function account_event_recorded() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  moment timestamptz;
begin
  update account_head set last_recorded_at = greatest(clock_timestamp(), last_recorded_at + interval '1 microsecond')
  returning last_recorded_at into moment;
  update account_event set recorded_at = moment where id = new.id;
  return null;
end $$;
revoke execute on function account_event_recorded() from public;
create constraint trigger account_event_recorded after insert on account_event deferrable initially deferred
  for each row when (new.recorded_at = 'infinity') execute function account_event_recorded();

revoke insert on account_event from sotay_app;
grant insert (account_id, at, actor, event, note) on account_event to sotay_app;
grant select on account_head to sotay_app;
grant select, insert on account_seal to sotay_app;

alter table sign_in_step add column origin text;
create index sign_in_step_account on sign_in_step (account_id);
create index sign_in_step_origin on sign_in_step (origin);
comment on column sign_in_step.origin is 'sha256, hex, of "address …", as sign_in_failure.subject: so many steps are kept of an address';
