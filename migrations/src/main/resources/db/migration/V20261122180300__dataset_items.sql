-- A dataset is its manifest: equal digests mean equal classes, items and splits.
create table dataset (
  digest           sha256      primary key,
  classes          text[]      not null check (cardinality(classes) > 0),
  train_items      integer     not null check (train_items >= 0),
  validation_items integer     not null check (validation_items >= 0),
  test_items       integer     not null check (test_items >= 0),
  created_at       timestamptz not null default now()
);

create table dataset_item (
  dataset    sha256     not null references dataset,
  image      sha256     not null,
  item_group text       not null,
  split      text       not null check (split in ('train', 'validation', 'test')),
  -- indices into the dataset's classes
  classes    integer[]  not null check (cardinality(classes) > 0),
  primary key (dataset, image)
);

-- How a dataset came about. Several sources, maps or seeds can end in the same dataset.
create table dataset_build (
  id        integer     primary key generated always as identity,
  name      text        not null references source,
  dataset   sha256      not null references dataset,
  genre_map sha256      references genre_map,
  seed      bigint      not null,
  built_at  timestamptz not null default clock_timestamp(),
  unique nulls not distinct (name, dataset, genre_map, seed)
);

create index dataset_build_dataset on dataset_build (dataset);

-- Images of the source that the build left out.
create table dataset_exclusion (
  build  integer not null references dataset_build,
  image  sha256  not null,
  reason text    not null,
  primary key (build, image)
);

create trigger append_only before update or delete or truncate on dataset
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on dataset_item
  for each statement execute function refuse_change();
