-- Records of all plans, published and held, as the sheets of communes show them.
create temp view every_task as
select * from main.fct_task union all by name select * from held.fct_task;

create temp view every_target as
select * from main.fct_kpi_target union all by name select * from held.fct_kpi_target;

create temp view every_task_unit as
select * from main.bridge_task_unit union all by name select * from held.bridge_task_unit;

create temp view every_provision as
select * from main.fct_provision union all by name select * from held.fct_provision;
