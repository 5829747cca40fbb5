-- How images are looked at before they are encoded; the digest is over this column too, where it is not 'original'.
alter table encoder add column if not exists view text not null default 'original' check (view in ('original', 'mirror'));
