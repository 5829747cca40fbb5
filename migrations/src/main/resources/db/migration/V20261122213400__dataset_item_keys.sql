-- A dataset's items are written a million at a time. Their reference is checked once per statement, not once per row, and
-- digests compare as bytes, whatever the database's collation.
alter table dataset_item
  drop constraint if exists dataset_item_dataset_fkey,
  alter column dataset type sha256 collate "C",
  alter column image type sha256 collate "C";

alter table split_assignment
  alter column key type text collate "C";

-- Compilations belong to nobody; datasets before there were fingerprints took them for one group.
alter table split_assignment disable trigger append_only;
delete from split_assignment
where lower(key) in ('various artists', 'various', 'va', 'v.a.', 'unknown artist', 'unknown');
alter table split_assignment enable trigger append_only;

create or replace function require_dataset_of_items() returns trigger language plpgsql as $$
declare
  unknown text;
begin
  select min(a.dataset) into unknown
  from (select distinct dataset from added) a
  where not exists (select from dataset d where d.digest = a.dataset);
  if unknown is not null then
    raise exception 'items of dataset % were added, which is not there', unknown using errcode = 'foreign_key_violation';
  end if;
  return null;
end
$$;

create or replace trigger dataset_is_there after insert on dataset_item
  referencing new table as added
  for each statement execute function require_dataset_of_items();
