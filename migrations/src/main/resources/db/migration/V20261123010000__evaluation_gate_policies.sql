-- What policies said, so that a decision can be made again from the record alone.
create table if not exists gate_policy (
  digest        sha256      primary key,
  -- the file as it was, whose UTF-8 bytes have the digest
  yaml          text        not null check (digest = encode(sha256(convert_to(yaml, 'UTF8')), 'hex')),
  first_used_at timestamptz not null default now()
);

create or replace trigger append_only before update or delete or truncate on gate_policy
  for each statement execute function refuse_change();

-- Decisions before there were files are by policies of which only the digest is known.
alter table gate_decision
  drop constraint if exists gate_decision_policy_fkey,
  add constraint gate_decision_policy_fkey foreign key (policy) references gate_policy not valid;
