-- What near copies of an image are found by. Another version is another way to make and compare them.
create table image_fingerprint (
  image     sha256  not null,
  version   integer not null,
  -- null: a plain image, which has no near copies
  hash      bigint,
  thumbnail bytea   not null check (octet_length(thumbnail) = 384),
  primary key (image, version)
);
