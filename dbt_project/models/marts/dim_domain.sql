select domain_code, name from {{ ref('domains') }}
