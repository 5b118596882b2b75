-- Runs on MySQL, MariaDB and H2. Times are UTC. "if not exists", because neither rolls back table creation: a migration
-- that was interrupted is simply run again. Bytes are compared, not letters, so that all databases agree.

create table if not exists cluster (
    id            bigint       not null auto_increment primary key,
    uuid          varchar(36)  not null,
    name          varchar(253) not null,
    namespace     varchar(253) not null,
    chart_name    varchar(253) not null,
    chart_version varchar(253) not null,
    engine        varchar(253) not null,
    spec          longtext     not null,
    revision      int          not null,
    status        varchar(20)  not null,
    active        boolean      null, -- true, and null once deleted: nulls are not unique, so a name may be used again
    created_at    datetime(6)  not null,
    updated_at    datetime(6)  not null,
    deleted_at    datetime(6)  null,
    unique key cluster_uuid (uuid),
    unique key cluster_active_name (name, namespace, active)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table if not exists revision (
    cluster_uuid varchar(36)  not null,
    number       int          not null,
    spec         longtext     not null,
    manifests    longtext     not null,
    plugin       varchar(253) not null,
    creator      varchar(253) not null,
    created_at   datetime(6)  not null,
    primary key (cluster_uuid, number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table if not exists job (
    id                  bigint       not null auto_increment primary key,
    uuid                varchar(36)  not null,
    cluster_uuid        varchar(36)  not null,
    revision            int          not null,
    method              varchar(20)  not null,
    status              varchar(20)  not null,
    creator             varchar(253) not null,
    args                longtext     not null,
    cover               boolean      not null,
    rollback_on_failure boolean      not null,
    time_limit          bigint       not null, -- nanoseconds
    sub_jobs            longtext     not null,
    reasons             longtext     not null,
    lease_owner         varchar(253) null,
    lease_until         datetime(6)  null,
    started_at          datetime(6)  not null,
    ended_at            datetime(6)  null, -- null exactly as long as the status is an unfinished one
    created_at          datetime(6)  not null,
    updated_at          datetime(6)  not null,
    deleted_at          datetime(6)  null,
    unique key job_uuid (uuid),
    key job_unfinished (ended_at, id),
    key job_cluster (cluster_uuid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table if not exists job_event (
    number   bigint      not null auto_increment primary key, -- ascends within a job, with gaps
    job_uuid varchar(36) not null,
    at       datetime(6) not null,
    message  longtext    not null,
    key job_event_job (job_uuid, number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
