-- Where a revision comes from: the release that rendered it, and for a rollback the revision that it repeats. A table of its
-- own, because columns cannot be added "if not exists" on all databases.

create table if not exists revision_origin (
    cluster_uuid  varchar(36)  not null,
    number        int          not null,
    chart_version varchar(253) not null,
    engine        varchar(253) not null,
    restored      int          not null, -- the revision that it repeats; 0 for one that was rendered
    primary key (cluster_uuid, number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

insert into revision_origin (cluster_uuid, number, chart_version, engine, restored)
select r.cluster_uuid, r.number, c.chart_version, c.engine, 0
from revision r join cluster c on c.uuid = r.cluster_uuid
where not exists (select 1 from revision_origin o where o.cluster_uuid = r.cluster_uuid and o.number = r.number);
