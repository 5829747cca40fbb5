-- Shards that were missing or damaged, and were taken out of the index so that their images are computed again.
create table feature_repair (
  id          integer     not null generated always as identity primary key,
  encoder     sha256      not null references encoder,
  shard       sha256      not null,
  reason      text        not null,
  -- how many lost their place
  images      integer     not null check (images >= 0),
  recorded_at timestamptz not null default now()
);

create trigger append_only before update or delete or truncate on feature_repair
  for each statement execute function refuse_change();

-- A shard's rows are found by it when it is lost.
create index feature_row_shard on feature_row (encoder, shard);

-- An image that is missing or damaged in S3 may be put back, and is tried again; one that cannot be decoded never.
alter table feature_bad_image add column lost boolean not null default false;
