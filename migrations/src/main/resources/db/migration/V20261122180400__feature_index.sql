-- All that a feature vector depends on besides the image; the digest is over the other columns.
create table encoder (
  digest        sha256  primary key,
  name          text    not null,
  weights       sha256  not null,
  runtime       text    not null,
  preprocessing integer not null,
  dimension     integer not null check (dimension > 0)
);

create table feature_shard (
  encoder    sha256      not null references encoder,
  digest     sha256      not null,
  row_count  integer     not null check (row_count > 0),
  created_at timestamptz not null default now(),
  primary key (encoder, digest)
);

-- Where the features of an image lie. One place is enough: of two shards that hold it, the first counts.
create table feature_row (
  encoder    sha256  not null,
  image      sha256  not null,
  shard      sha256  not null,
  row_number integer not null check (row_number >= 0),
  primary key (encoder, image),
  foreign key (encoder, shard) references feature_shard
);

-- Images that this encoder will never have features of, however often it is asked.
create table feature_bad_image (
  encoder     sha256      not null references encoder,
  image       sha256      not null,
  reason      text        not null,
  recorded_at timestamptz not null default now(),
  primary key (encoder, image)
);
