-- Weights of encoders that do not ship with the platform. Of a name, the newest row counts; former ones are what models
-- were trained on.
create table if not exists encoder_weights (
  id          integer     not null generated always as identity primary key,
  name        text        not null,
  -- the platform's own form, in weights/
  digest      sha256      not null,
  -- the file that it was made of, as it was published
  source      sha256      not null,
  -- address or path of that file
  origin      text        not null,
  recorded_at timestamptz not null default now()
);

create or replace trigger append_only before update or delete or truncate on encoder_weights
  for each statement execute function refuse_change();
