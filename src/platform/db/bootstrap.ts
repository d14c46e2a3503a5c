import type { Client } from 'pg';

// What has to be there before the first migration. Run by every process at every start, so it changes nothing when
// all is there already; administrators of a managed server need CREATEROLE and CREATE on the database, not more.
const SQL = `
do $$ begin
  -- Roles belong to the whole server, so another database's start may make them at the same moment.
  if to_regrole('sotay_owner') is null then
    begin create role sotay_owner nologin; exception when duplicate_object or unique_violation then null; end;
  end if;
  if to_regrole('sotay_app') is null then
    begin create role sotay_app nologin nobypassrls; exception when duplicate_object or unique_violation then null; end;
  end if;
  if not pg_has_role('sotay_owner', 'set') then grant sotay_owner to current_user; end if;
  if not pg_has_role('sotay_app', 'set') then grant sotay_app to current_user; end if;
  if not has_database_privilege('sotay_owner', current_database(), 'create') then
    execute format('grant create on database %I to sotay_owner', current_database());
  end if;
  if not has_schema_privilege('sotay_owner', 'public', 'create') then
    grant usage, create on schema public to sotay_owner;
  end if;
end $$;
create extension if not exists btree_gist schema public;
create extension if not exists ltree schema public;
create extension if not exists pg_trgm schema public;
create extension if not exists unaccent schema public;
set local role sotay_owner;
create table if not exists public.migration (
  schema text not null,
  number integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamptz not null default now(),
  constraint migration_pkey primary key (schema, number)
);
`;

/** Makes the roles, the extensions and the list of applied migrations, where they are missing. */
export async function bootstrap(client: Client): Promise<void> {
  await client.query('begin');
  try {
    // There is no table yet whose row could be locked.
    await client.query("select pg_advisory_xact_lock(hashtext('sotay bootstrap'))");
    await client.query('set local client_min_messages = warning');
    await client.query(SQL);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
