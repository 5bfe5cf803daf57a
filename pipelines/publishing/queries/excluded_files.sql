-- Files that gave no plan: quarantined ones and copies.
select *
from main.fct_document
where status not in ('published', 'superseded', 'held')
order by source_file
