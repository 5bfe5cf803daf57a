select
    citations.plan_id,
    citations.document_kind,
    citations.document_number,
    citations.document_date,
    citations.issuer,
    citations.mention_count::integer as mention_count,
    citations.confidence
from {{ ref('int_citation__distinct') }} as citations
inner join {{ ref('plan_candidate') }} as plans on citations.plan_id = plans.plan_id
