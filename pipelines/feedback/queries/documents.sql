-- Every file of the release's sources.
select * from main.fct_document order by source_file, source_sha256
