-- A subset names the whole dataset that it was taken from, and how.
alter table dataset_build
  add column parent          sha256           references dataset,
  add column subset_fraction double precision check (subset_fraction > 0 and subset_fraction <= 1),
  add column subset_count    integer          check (subset_count > 0),
  add column subset_seed     bigint,
  -- what a person should know before training
  add column findings        text[]           not null default '{}',
  add constraint dataset_build_subset
    check ((parent is null) = (subset_seed is null)
      and num_nonnulls(subset_fraction, subset_count) = num_nonnulls(parent)),
  drop constraint dataset_build_name_dataset_genre_map_seed_key,
  add constraint dataset_build_way unique nulls not distinct
    (name, dataset, genre_map, seed, parent, subset_fraction, subset_count, subset_seed);

-- The reason by name; "reason" says it in words. Builds so far knew three of them.
alter table dataset_exclusion add column kind text;

update dataset_exclusion
set kind = case
  when reason like 'the image is in groups of %' then 'bridges-splits'
  when reason like '%is given as %' then 'given-splits'
  else 'no-class'
end;

alter table dataset_exclusion alter column kind set not null;

create table dataset_leak (
  build    integer not null references dataset_build,
  -- in the order in which the build lists them
  position integer not null,
  kind     text    not null,
  -- digest of an image, or name of a group
  subject  text    not null,
  detail   text    not null,
  -- whether the dataset is free of it
  resolved boolean not null,
  primary key (build, position)
);
