create table genre_map (
  digest     sha256      primary key,
  name       text        not null,
  version    text        not null,
  taxonomy   text        not null,
  classes    text[]      not null check (cardinality(classes) > 0),
  -- {label: class}
  rules      jsonb       not null,
  created_at timestamptz not null default now()
);

create trigger append_only before update or delete or truncate on genre_map
  for each statement execute function refuse_change();
