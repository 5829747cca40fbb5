create table evaluation (
  id           integer     not null generated always as identity,
  run          text        not null references training_run,
  -- digest of the whole evaluation as JSON, in reports/
  report       sha256      not null,
  model        sha256      not null,
  dataset      sha256      not null references dataset,
  items        integer     not null check (items > 0),
  figures      jsonb       not null,
  -- who was the champion when the model was judged
  champion     integer     references model,
  evaluated_at timestamptz not null default now(),
  primary key (run, report)
);

create table gate_decision (
  id         integer     not null generated always as identity,
  run        text        not null,
  report     sha256      not null,
  policy     sha256      not null,
  passed     boolean     not null,
  verdicts   jsonb       not null,
  decided_at timestamptz not null default now(),
  primary key (run, report, policy),
  foreign key (run, report) references evaluation
);

create trigger append_only before update or delete or truncate on evaluation
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on gate_decision
  for each statement execute function refuse_change();
