create table poster (
  digest   sha256      primary key,
  width    integer     not null check (width > 0),
  height   integer     not null check (height > 0),
  added_at timestamptz not null default now()
);

-- json, not jsonb, where the order of what is inside matters.
create table classification (
  id            bigint      not null generated always as identity,
  poster        sha256      not null references poster,
  model         integer     not null references model,
  -- digest of the evidence column's text
  evidence_key  sha256      not null,
  evidence      json        not null,
  -- most confident first
  genres        json        not null,
  -- one per class of the model, in its order
  scores        json        not null,
  classified_at timestamptz not null default now(),
  primary key (poster, model, evidence_key)
);

create trigger append_only before update or delete or truncate on classification
  for each statement execute function refuse_change();
