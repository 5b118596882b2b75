-- The steps of an upgrade: Kubernetes Jobs that run before the objects of a revision are applied, and what they wrote. A table of
-- its own, because columns cannot be added "if not exists" on all databases, and because a step changes while its job runs.

create table if not exists upgrade_step (
    cluster_uuid varchar(36)  not null,
    revision     int          not null,
    number       int          not null, -- from 1, in the order in which they run
    name         varchar(253) not null,
    manifest     longtext     not null,
    status       varchar(20)  not null,
    started_at   datetime(6)  null,
    ended_at     datetime(6)  null,
    message      longtext     not null,
    log          longtext     not null,
    primary key (cluster_uuid, revision, number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
