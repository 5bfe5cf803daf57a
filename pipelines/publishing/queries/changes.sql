-- What changed since the release before, of all provinces, in the order of the table.
select r.*, coalesce(c.commune, '(chưa rõ xã)') as commune
from main.release_change r left join commune_label c using (commune_code)
where r.subject <> 'release'
