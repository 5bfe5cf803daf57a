-- One row an item of the narrative, beside its neighbours under the same heading.
with item as (
    select
        plan_id, provision_id, sequence, source_page, provision_text, coalesce(marker, '') as marker, is_closing,
        'Mục ' || array_to_string(list_transform(marker_path, lambda m: trim(m, '.')), '.') as place,
        lag(coalesce(marker, '')) over section as marker_before,
        lead(coalesce(marker, '')) over section as marker_after,
        heading_path is distinct from lead(heading_path) over (partition by plan_id order by sequence) as is_last,
        lead(marker_path) over (partition by plan_id order by sequence) as path_after,
        marker_path
    from staging.stg_verbatim__provision
    window section as (partition by plan_id, heading_path order by sequence)
)

select
    i.plan_id,
    'fct_provision' as record_table,
    i.provision_id as record_id,
    p.source_file,
    i.source_page::integer as source_page,
    i.place,
    i.provision_text,
    -- an item that leads into items of a lower level ends in a colon or semicolon
    i.is_last and coalesce(len(i.path_after) <= len(i.marker_path), true) as ends_section,
    i.marker = '' and i.marker_before in ('-', '+', '–') and i.marker_after = i.marker_before as lacks_marker
from item i
inner join candidate.plan_candidate p using (plan_id)
order by i.plan_id, i.sequence
