create table if not exists evaluation_report (
  id         integer     not null generated always as identity,
  run        text        not null,
  report     sha256      not null,
  -- what had come of the model when the page was written: a page shows it, so a later standing has a page of its own
  standing   text        not null,
  -- digests in reports/
  page       sha256      not null,
  card       sha256      not null,
  written_at timestamptz not null default now(),
  primary key (run, report, page),
  foreign key (run, report) references evaluation
);

create or replace trigger append_only before update or delete or truncate on evaluation_report
  for each statement execute function refuse_change();
