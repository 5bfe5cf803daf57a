select
    indicator_code,
    name,
    unit_of_measure,
    direction,
    nullif(domain_code, 0) as domain_code
from {{ ref('indicators') }}
