-- Every try at a training: on what, by what, and from where it went on.
create table training_attempt (
  run            text        not null references training_run,
  number         integer     not null check (number > 0),
  -- digests of feature manifests
  features       sha256      not null,
  mirrored       sha256,
  code_version   text        not null,
  jdk            text        not null,
  backend        text        not null,
  -- null where it began at the beginning
  resumed_epochs integer,
  resumed_steps  integer,
  -- checkpoints that could not be gone on from, a sentence each
  passed_over    text[]      not null,
  started_at     timestamptz not null default clock_timestamp(),
  primary key (run, number),
  check ((resumed_epochs is null) = (resumed_steps is null))
);

create trigger append_only before update or delete or truncate on training_attempt
  for each statement execute function refuse_change();

-- What earlier versions did not record stays unknown.
alter table epoch_metric
  add column validation_mean_average_precision double precision,
  add column images_per_second                 double precision,
  add column resident_bytes                    bigint;
