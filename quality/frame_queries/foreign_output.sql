-- One row a task whose output says, in several telling words, what it is about; and the other task that is about that.
with task as (
    select
        plan_id, task_id, sequence, printed_number, task_text, output_text, source_page,
        ' ' || lower(nfc_normalize(concat_ws(' ', group_label, objective_text, task_text, activity_text))) || ' ' as own,
        ' ' || essence(concat_ws(' ', task_text, activity_text)) || ' ' as essence,
        list_filter(
            string_split(essence(output_text), ' '),
            lambda w: w not in (
                'kế', 'hoạch', 'báo', 'cáo', 'quyết', 'định', 'văn', 'bản', 'công', 'danh', 'mục', 'thông', 'kết', 'quả',
                'quy', 'chế', 'biên', 'hồ', 'sơ', 'đề', 'án', 'tờ', 'trình', 'hội', 'nghị', 'tài', 'liệu', 'thống', 'kê',
                'tổng', 'hợp', 'phiếu', 'sổ', 'hoặc', 'lượt', 'cuộc', 'lớp', 'tin', 'bài'
            )
        ) as product_words
    from candidate.fct_task
    where source_kind = 'annex' and output_text is not null
),

told as (
    select * from task
    where len(list_distinct(product_words)) >= 3
),

other as (
    select t.task_id, min(o.sequence) as other_row, first(o.task_text order by o.sequence) as other_text
    from told t
    inner join task o on o.plan_id = t.plan_id and o.task_id <> t.task_id and contains(o.essence, ' ' || array_to_string(t.product_words, ' ') || ' ')
    group by t.task_id
)

select
    t.plan_id,
    'fct_task' as record_table,
    t.task_id as record_id,
    p.source_file,
    t.source_page,
    row_label(t.printed_number, t.sequence) as number,
    t.task_text,
    t.output_text,
    o.other_row,
    o.other_text,
    o.task_id is not null and len(list_filter(t.product_words, lambda w: contains(t.own, ' ' || w))) = 0 as is_foreign
from told t
inner join candidate.plan_candidate p using (plan_id)
left join other o using (task_id)
order by t.plan_id, t.sequence
