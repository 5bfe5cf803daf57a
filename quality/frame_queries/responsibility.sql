-- One row a unit's duty in the narrative that names one reform domain, beside who leads that domain in the annex.
with duty as (
    select
        v.plan_id, v.provision_id, v.unit_code, v.heading, v.provision_text, v.source_page, v.sequence,
        case
            when regexp_matches(lower(v.provision_text), '(?:lĩnh vực|nội dung|nhiệm vụ|công tác)\s(?:về\s)?cải cách thể chế') then 2
            when regexp_matches(lower(v.provision_text), '(?:lĩnh vực|nội dung|nhiệm vụ|công tác)\s(?:về\s)?cải cách tổ chức bộ máy') then 4
            when regexp_matches(lower(v.provision_text), '(?:lĩnh vực|nội dung|nhiệm vụ|công tác)\s(?:về\s)?cải cách (?:chế độ )?công vụ') then 5
            when regexp_matches(lower(v.provision_text), '(?:lĩnh vực|nội dung|nhiệm vụ|công tác)\s(?:về\s)?cải cách tài chính công') then 6
        end as domain_code
    from candidate.fct_provision v
    where v.unit_code in ('VHXH', 'VP', 'KT', 'PVHCC', 'DVTH') and v.provision_kind = 'responsibility'
        and regexp_matches(lower(v.provision_text), '^[^.;]{0,30}(?:chủ trì|tham mưu|phụ trách|theo dõi)')
),

lead as (
    select t.plan_id, t.domain_code, b.unit_code, count(*) as tasks
    from candidate.bridge_task_unit b
    inner join candidate.fct_task t using (task_id)
    where b.role = 'lead' and t.source_kind = 'annex'
    group by t.plan_id, t.domain_code, b.unit_code
)

select
    d.plan_id,
    'fct_provision' as record_table,
    d.provision_id as record_id,
    p.source_file,
    d.source_page,
    d.heading,
    d.provision_text,
    a.name as domain_name,
    coalesce(max(l.tasks) filter (l.unit_code = d.unit_code), 0) as own_tasks,
    sum(l.tasks) as tasks_of_domain,
    count(*) filter (l.unit_code in ('VHXH', 'VP', 'KT', 'PVHCC', 'DVTH', 'CA', 'TYT')) as named_leads,
    array_to_string(list_sort(list(distinct u.name)), ', ') as leads
from duty d
inner join candidate.plan_candidate p using (plan_id)
inner join candidate.dim_domain a on a.domain_code = d.domain_code
inner join lead l on l.plan_id = d.plan_id and l.domain_code = d.domain_code
left join candidate.dim_unit u on u.unit_code = l.unit_code
group by all
order by d.plan_id, d.provision_id
