create table source (
  name       text        primary key,
  kind       text        not null check (kind in ('FILES', 'SPOTIFY')),
  address    text,
  -- null: every label that occurs is a class of its own
  genre_map  sha256      references genre_map,
  created_at timestamptz not null default now()
);

-- The same image may occur under several names: duplicates are found when a dataset is built.
create table cover (
  source      text        not null references source,
  external_id text        not null,
  image       sha256      not null,
  -- what must not straddle a split, the primary artist as a rule
  item_group  text        not null,
  given_split text        check (given_split in ('train', 'validation', 'test')),
  width       integer     not null check (width > 0),
  height      integer     not null check (height > 0),
  added_at    timestamptz not null default now(),
  primary key (source, external_id)
);

create index cover_image on cover (image);

create table cover_label (
  source      text not null,
  external_id text not null,
  label       text not null,
  kind        text not null check (kind in ('FILE', 'ARTIST', 'QUERY')),
  primary key (source, external_id, label, kind),
  foreign key (source, external_id) references cover
);

create index cover_label_label on cover_label (source, lower(label));

create table cover_refusal (
  source      text        not null references source,
  external_id text        not null,
  reason      text        not null,
  refused_at  timestamptz not null default now(),
  primary key (source, external_id)
);

-- How far each genre of an outside source has been read.
create table source_cursor (
  source     text        not null references source,
  genre      text        not null,
  -- null: from the beginning
  position   text,
  exhausted  boolean     not null,
  updated_at timestamptz not null default now(),
  primary key (source, genre)
);
