create table training_run (
  run             text        primary key,
  -- of the workflow; survives a reset
  first_execution text        not null,
  -- name of the source
  dataset         text        not null,
  configuration   jsonb       not null,
  started_at      timestamptz not null default clock_timestamp(),
  finished_at     timestamptz,
  outcome         text,
  explanation     text,
  check ((finished_at is null) = (outcome is null) and (outcome is null) = (explanation is null))
);

create index training_run_started on training_run (started_at desc);

create table epoch_metric (
  run             text             not null references training_run,
  epoch           integer          not null check (epoch > 0),
  training_loss   double precision not null,
  validation_loss double precision not null,
  seconds         double precision not null,
  recorded_at     timestamptz      not null default now(),
  primary key (run, epoch)
);

-- Equal positions hold equal bytes on one backend. A second row of an epoch has another state, from another backend.
create table checkpoint (
  id              bigint           not null generated always as identity,
  run             text             not null references training_run,
  epoch           integer          not null check (epoch > 0),
  state           sha256           not null,
  validation_loss double precision not null,
  best_epoch      integer          not null check (best_epoch between 1 and epoch),
  saved_at        timestamptz      not null default now(),
  primary key (run, epoch, state)
);

create trigger append_only before update or delete or truncate on epoch_metric
  for each statement execute function refuse_change();
