-- Two items of one narrative that share most of their words, the verbs and years that every item has aside.
with item as (
    select
        v.plan_id, v.provision_id, v.sequence, v.provision_text, v.source_page,
        replace(v.section_path, ' > ', '.') as section,
        list_distinct(string_split(essence(v.provision_text), ' ')) as words,
        list_sort(regexp_extract_all(v.provision_text, '\d+')) as numbers,
        lower(trim(nfc_normalize(v.provision_text), ' .;,:')) as text_key
    from candidate.fct_provision v
    where v.provision_kind in ('task', 'responsibility', 'objective', 'requirement')
),

compared as (
    select
        b.*,
        a.section as first_section,
        a.provision_text as first_text,
        a.numbers = b.numbers as same_numbers,
        len(list_intersect(a.words, b.words)) as shared,
        least(len(a.words), len(b.words)) as fewer,
        len(a.words) + len(b.words) as total
    from item a
    inner join item b on a.plan_id = b.plan_id and a.sequence < b.sequence and a.text_key <> b.text_key
    where least(len(a.words), len(b.words)) >= 8
        and least(len(a.words), len(b.words)) >= 0.8 * greatest(len(a.words), len(b.words))
)

select
    c.plan_id,
    'fct_provision' as record_table,
    c.provision_id as record_id,
    p.source_file,
    c.source_page,
    c.section,
    c.first_section,
    c.first_text,
    c.provision_text,
    -- of two short items that differ in a word each, the words may be what sets them apart: 'y tế', 'giáo dục'
    same_numbers and shared >= 0.8 * (total - shared) and (shared = fewer or fewer >= 25) as is_overlapping
from compared c
inner join candidate.plan_candidate p on p.plan_id = c.plan_id
qualify row_number() over (partition by c.plan_id, c.provision_id order by is_overlapping desc, shared desc) = 1
order by c.plan_id, c.sequence
