-- One row an item of the narrative that stands word for word elsewhere in the same plan.
with item as (
    select
        v.*, lower(trim(nfc_normalize(v.provision_text), ' .;,:')) as text_key
    from candidate.fct_provision v
    where v.provision_kind in ('task', 'responsibility', 'target', 'objective', 'requirement')
),

compared as (
    select
        *,
        first_value(section_path) over same as first_section,
        row_number() over same as mention
    from item
    where len(text_key) >= 60
    window same as (partition by plan_id, text_key order by sequence)
)

select
    i.plan_id,
    'fct_provision' as record_table,
    i.provision_id as record_id,
    p.source_file,
    i.source_page,
    i.mention,
    replace(i.section_path, ' > ', '.') as section,
    replace(i.first_section, ' > ', '.') as first_section,
    i.provision_text
from compared i
inner join candidate.plan_candidate p using (plan_id)
order by i.plan_id, i.sequence
