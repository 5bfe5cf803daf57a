-- Every file of raw/. A file whose bytes or plan came before is a duplicate and points to the plan that counts; so does
-- an annex in a file of its own, with the status of its plan.
with files as (

    select * from {{ ref('stg_verbatim__file') }}

),

headers as (

    select plan_id, rejection_reason from {{ ref('stg_verbatim__plan_header') }} where rejection_code is not null

),

verdicts as (

    select plan_id, reason from {{ source('run', 'plan_verdict') }}

)

select
    files.source_file,
    files.source_sha256,
    case
        when files.status = 'quarantined' or headers.plan_id is not null or identities.plan_id is null
            then 'quarantined'
        when not scopes.is_in_scope then 'out_of_scope'
        when files.name_rank > 1 then 'duplicate'
        when annexes.plan_id is not null and annexed.annex_plan_id is null then 'duplicate'
        when annexes.plan_id is null and identities.duplicate_of_plan_id is not null then 'duplicate'
        else plans.status
    end as status,
    case
        when files.status = 'quarantined' then files.reason
        when headers.plan_id is not null then headers.rejection_reason
        when unattached.plan_id is not null
            then
                'Phụ lục không ghi là của kế hoạch cải cách hành chính, và không có tệp kế hoạch mang số ghi ở đó; '
                || 'nếu đúng là phụ lục CCHC, hãy đặt thêm tệp kế hoạch đó vào thư mục.'
        when identities.plan_id is null then 'Tệp đã đọc nhưng không thu được nội dung kế hoạch nào.'
        when not scopes.is_in_scope
            then 'Kế hoạch của ' || scopes.province_name || ', ngoài phạm vi lần chạy này.'
        when files.name_rank > 1
            then 'Trùng từng byte với tệp ' || first_files.source_file || '; chỉ tính một lần.'
        when annexes.plan_id is not null and annexed.annex_plan_id is null
            then 'Phụ lục của kế hoạch trong tệp ' || plans.source_file || ', vốn đã có phụ lục này; chỉ tính một lần.'
        when annexes.plan_id is null and identities.duplicate_of_plan_id is not null
            then 'Cùng một kế hoạch với tệp ' || plans.source_file || '; chỉ tính một lần.'
        when plans.status = 'held' then coalesce(verdicts.reason, 'Chưa đạt quy tắc kiểm tra bắt buộc.')
        when plans.status = 'superseded' then 'Đã có bản ban hành sau thay thế.'
        when annexes.plan_id is not null
            then 'Phụ lục của kế hoạch trong tệp ' || plans.source_file || '; đã tính vào kế hoạch đó.'
    end as reason,
    plans.plan_id,
    files.pages,
    files.reader_version as reader,
    files.read_seconds,
    files.format
from files
left join headers on files.plan_id = headers.plan_id and files.status = 'read'
left join {{ ref('int_plan__annex_file') }} as annexes on files.plan_id = annexes.plan_id and files.status = 'read'
left join (select plan_id from {{ ref('stg_verbatim__plan_header') }} where needs_plan) as unattached
    on files.plan_id = unattached.plan_id and annexes.plan_id is null
left join (select distinct annex_plan_id from {{ ref('int_plan__annexed') }}) as annexed
    on annexes.plan_id = annexed.annex_plan_id
left join {{ ref('int_plan__identity') }} as identities
    on coalesce(annexes.document_plan_id, files.plan_id) = identities.plan_id and files.status = 'read'
left join {{ ref('int_plan__scope') }} as scopes on identities.plan_id = scopes.plan_id
left join files as first_files on files.source_sha256 = first_files.source_sha256 and first_files.name_rank = 1
left join {{ ref('dim_plan') }} as plans
    on coalesce(identities.duplicate_of_plan_id, identities.plan_id) = plans.plan_id
left join verdicts on plans.plan_id = verdicts.plan_id
