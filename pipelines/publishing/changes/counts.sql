-- Records by what they are and how they changed; one with several changed fields counts once.
select subject, change, count(distinct coalesce(record_id, previous_record_id, plan_id, previous_plan_id)) as records
from main.release_change
where subject <> 'release'
group by subject, change
order by subject, change
