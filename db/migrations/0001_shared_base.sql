-- Shared by all tenants: few, small and seldom written tables, and the functions that every tenant schema uses.

create table tenant (
  code text primary key,
  schema_name text not null,
  name text not null,
  created_at timestamptz not null default now(),
  constraint tenant_schema_name_key unique (schema_name)
);
comment on table tenant is 'One row per committee directly under the Central Committee (present day); its data lies in the schema named here.';

create table unit_directory (
  tenant text not null,
  unit_id uuid not null,
  code text not null,
  valid daterange not null,
  constraint unit_directory_pkey primary key (tenant, unit_id, valid without overlaps),
  constraint unit_directory_tenant_fkey foreign key (tenant) references tenant (code)
);
create index unit_directory_code on unit_directory (code);
comment on table unit_directory is 'Which tenant holds a unit code, and when: lets a command find the tenant from a code. Codes only, no names, no people.';

-- The rulebook: every threshold is dated data with its instrument.
create sequence rule_ordinal;
create table rule (
  key text not null,
  valid daterange not null,
  value jsonb not null,
  effect text not null,
  instrument text not null,
  issued_on date,
  article text,
  confidence text not null,
  note text,
  ordinal bigint not null default nextval('rule_ordinal'),
  known_from timestamptz not null,
  constraint rule_pkey primary key (key, valid without overlaps),
  constraint rule_effect_check check (effect in ('block', 'warn', 'compute')),
  constraint rule_valid_check check (not isempty(valid))
);
comment on column rule.effect is 'block: an act that breaks it is refused; warn: recorded with a warning; compute: a figure or form uses the value';
comment on column rule.confidence is 'V seen on a page, R quoted in a public file, K known, ? unsure: configurable';
create table rule_twin (like rule, known_until timestamptz not null, constraint rule_twin_pkey primary key (key, ordinal));

-- One request, one transaction: who acts, and over which part of the tree. A statement of its own, before the work (SET LOCAL reaches the shard, set_config does not).
create function set_ctx(actor text, scope text) returns void language plpgsql set search_path from current as $$
begin
  execute format('set local sotay.actor = %L', actor);
  execute format('set local sotay.scope = %L', scope);
end $$;

grant usage on schema public to sotay_app;
grant select on tenant, rule, rule_twin to sotay_app;
grant select, insert, update, delete on unit_directory to sotay_app;
grant execute on function set_ctx(text, text) to sotay_app;
