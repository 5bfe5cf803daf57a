select province_code, name from {{ ref('provinces') }}
