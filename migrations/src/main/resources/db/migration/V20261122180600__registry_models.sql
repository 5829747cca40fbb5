create table model (
  -- without gaps: given under the registry's lock
  version       integer     primary key check (version > 0),
  digest        sha256      not null,
  run           text        not null references training_run,
  dataset       sha256      not null references dataset,
  encoder       sha256      not null references encoder,
  -- digest of the classes
  taxonomy      sha256      not null,
  code_version  text        not null,
  jdk           text        not null,
  backend       text        not null,
  registered_at timestamptz not null default clock_timestamp(),
  unique (run, digest)
);

-- Every change of champion. The champion is the model of the last row.
create table promotion (
  -- without gaps: given under the registry's lock
  number          integer     primary key check (number > 0),
  kind            text        not null check (kind in ('PROMOTION', 'ROLLBACK')),
  workflow        text        not null,
  first_execution text        not null unique,
  model           integer     not null references model,
  -- who was the champion until then
  previous        integer     references model,
  decided_by      text        not null,
  reason          text        not null,
  promoted_at     timestamptz not null default clock_timestamp()
);

create trigger append_only before update or delete or truncate on model
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on promotion
  for each statement execute function refuse_change();
