-- Labels that a map says to mean nothing: nobody needs to be told that they have no class.
alter table genre_map
  add column ignored text[] not null default '{}';
