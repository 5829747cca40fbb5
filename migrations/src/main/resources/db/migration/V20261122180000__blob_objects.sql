-- SHA-256 of some content in lower-case hexadecimal: readable in psql, and the same text everywhere.
create domain sha256 as text check (value ~ '^[0-9a-f]{64}$');

-- Attached to tables that are a history: what happened is not edited afterwards.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is a history: rows are added, never changed or removed', tg_table_name;
end
$$;

-- What lies in S3. A row is written or touched before its object is put, so that whoever removes
-- unused objects can tell one that nobody refers to yet from one that nobody refers to any more.
create table blob (
  kind       text        not null,
  digest     sha256      not null,
  bytes      bigint      not null check (bytes >= 0),
  created_at timestamptz not null default now(),
  touched_at timestamptz not null default now(),
  primary key (kind, digest)
);

-- Workflow ids end in a number that was never used before, even if the workflow left no other row.
create table workflow_number (
  prefix text    primary key,
  last   integer not null check (last > 0)
);
