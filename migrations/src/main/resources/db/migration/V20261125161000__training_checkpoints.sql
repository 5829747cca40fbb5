-- Those of earlier versions cannot be gone on from: random numbers came in another order.
drop table checkpoint;

-- Where a training can go on. Of a position the last written one counts: it is of the attempt that goes on.
create table checkpoint (
  run                  text             not null references training_run,
  -- epochs that are done, and steps of the one after them
  epochs               integer          not null check (epochs >= 0),
  steps                integer          not null check (steps >= 0),
  weights              sha256           not null,
  optimiser            sha256           not null,
  loss_sum             double precision not null,
  best_epoch           integer          check (best_epoch between 1 and epochs),
  best_validation_loss double precision,
  best_weights         sha256,
  saved_at             timestamptz      not null default clock_timestamp(),
  primary key (run, epochs, steps),
  check ((epochs = 0) = (best_epoch is null)),
  check ((best_epoch is null) = (best_validation_loss is null) and (best_epoch is null) = (best_weights is null))
);

-- Which runs have a use for a blob in checkpoints/. Written before the blob is, so that another run that has made the same
-- bytes, and has no use for them any more, does not remove them in between.
create table checkpoint_blob (
  run    text   not null references training_run,
  digest sha256 not null,
  primary key (run, digest)
);

create index checkpoint_blob_digest on checkpoint_blob (digest);
