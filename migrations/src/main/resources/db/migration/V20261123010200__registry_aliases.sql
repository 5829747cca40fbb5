-- The names of models that move: champion, the model in use, and previous, the one that a rollback goes back to.
-- Promotions pile up and a rollback takes the topmost off, so that what was rolled back is never gone back to. The pile is
-- as high as there were promotions of another model than the champion, less the rollbacks; previous is who was the champion
-- when it was last one lower than now.
create or replace view model_alias (alias, version) as
with pile as (
  select number, model,
         sum(case
               when kind = 'ROLLBACK' then -1
               -- Promoting the champion again changes nothing that could be rolled back.
               when model is distinct from previous then 1
               else 0
             end) over (order by number) as height
  from promotion
), top as (
  select model, height from pile order by number desc limit 1
)
select 'champion', model from top
union all
(select 'previous', pile.model
 from pile
 join top on pile.height = top.height - 1
 order by pile.number desc
 limit 1);
