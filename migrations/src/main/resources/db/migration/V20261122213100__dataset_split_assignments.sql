-- Which split a group, or an image without one, was first given under a seed. It holds in every later dataset, so that
-- no champion is tested on what it has seen.
create table split_assignment (
  seed        bigint      not null,
  -- name of a group, or digest of an image
  key         text        not null,
  split       text        not null check (split in ('train', 'validation', 'test')),
  assigned_at timestamptz not null default now(),
  primary key (seed, key)
);

-- What the datasets so far have assigned; of several splits, that of the dataset built first.
insert into split_assignment (seed, key, split)
select distinct on (b.seed, k.key) b.seed, k.key, i.split
from dataset_build b
join dataset_item i on i.dataset = b.dataset
cross join lateral (values (i.item_group), (i.image::text)) as k (key)
order by b.seed, k.key, b.id;

create trigger append_only before update or delete or truncate on split_assignment
  for each statement execute function refuse_change();
