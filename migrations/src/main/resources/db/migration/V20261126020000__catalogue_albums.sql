-- What an outside source listed, before and behind its covers.
alter table source drop constraint source_kind_check;
alter table source add check (kind in ('FILES', 'SPOTIFY', 'MUSICBRAINZ'));

alter table cover_label drop constraint cover_label_kind_check;
alter table cover_label add check (kind in ('FILE', 'ARTIST', 'QUERY', 'TAG'));
alter table cover_label
  -- how many people gave the label, where the source says so
  add column votes    integer,
  add column added_at timestamptz not null default now();

create table artist (
  source      text        not null references source,
  external_id text        not null,
  name        text        not null,
  -- as the source wrote them; empty where it says none
  genres      text[]      not null,
  -- genres whose search found the artist
  queries     text[]      not null,
  -- null: not all albums have been listed yet
  listed_at   timestamptz,
  -- where the listing of the albums goes on; null: at the beginning
  position    text,
  found_at    timestamptz not null default now(),
  primary key (source, external_id)
);

create index artist_queries on artist using gin (queries);

create table album (
  source       text        not null references source,
  external_id  text        not null,
  name         text        not null,
  -- what must not straddle a split, the primary artist as a rule
  item_group   text        not null,
  -- whose albums were listed, so that the artist's genres are the album's; null: found by itself
  artist       text,
  -- [{"text": ..., "count": ...}], what the source says of the album itself
  tags         jsonb       not null,
  -- genres whose search found the album or its artist, or an album that has the same cover
  queries      text[]      not null,
  image_url    text        not null,
  -- whose cover this one's is; of covers from before there were albums, there may be no row here
  duplicate_of text,
  -- whether the cover is still to be fetched: no duplicate, and neither there nor refused
  pending      boolean     not null,
  -- the order in which albums were found
  number       bigint      not null generated always as identity,
  found_at     timestamptz not null default now(),
  primary key (source, external_id)
);

create index album_artist on album (source, artist);
create index album_image on album (source, image_url);
create index album_duplicates on album (source, duplicate_of) where duplicate_of is not null;
create index album_pending on album (source, number) where pending;

-- How the search of a genre stood when it was last read; with the position and its end in source_cursor.
alter table source_cursor
  -- entries that the source counted
  add column total integer not null default 0;

-- Positions were of pages of albums: read once more, a search lists what is behind the covers that are there.
update source_cursor set position = null, exhausted = false;

-- The outside APIs, and since when each may be asked again: none does so on its own, its workers ask here first.
create table source_pace (
  api          text primary key,
  closed_until timestamptz,
  reason       text
);

create table source_request (
  api     text        not null references source_pace,
  sent_at timestamptz not null
);

create index source_request_api on source_request (api, sent_at);

-- One row per sync, from its start.
create table catalogue_sync (
  -- of the first execution
  run              text        primary key,
  source           text        not null references source,
  -- by id, the same in all its executions
  workflow         text        not null,
  -- 0: all that there are
  covers_per_genre integer     not null check (covers_per_genre >= 0),
  -- null: all of the map
  genres           text[],
  started_at       timestamptz not null default now(),
  ended_at         timestamptz,
  explanation      text
);

create index catalogue_sync_source on catalogue_sync (source, started_at);

-- Which map the labels of a source went through, and since when; source.genre_map is the present one.
create table source_genre_map (
  id          integer     not null generated always as identity primary key,
  source      text        not null references source,
  genre_map   sha256      not null references genre_map,
  since       timestamptz not null default now()
);

insert into source_genre_map (source, genre_map, since)
select name, genre_map, created_at from source where genre_map is not null;

create trigger append_only before update or delete or truncate on source_genre_map
  for each statement execute function refuse_change();
