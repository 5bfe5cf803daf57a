-- Targets of each plan in printed order.
select k.*, i.name as indicator
from every_target k left join main.dim_indicator i using (indicator_code)
order by k.plan_id, k.sequence
