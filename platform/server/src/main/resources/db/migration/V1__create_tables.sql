-- Runs on MySQL, MariaDB and H2. Times are UTC. "if not exists", because neither rolls back table creation: a migration
-- that was interrupted is simply run again. Bytes are compared, not letters, so that all databases agree.
--
-- Do not change this file after a release: add a migration with the next number instead. The names of enum constants and the
-- JSON in columns belong to the format, too; src/test/resources/store shows them.

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
    cluster_uuid  varchar(36)  not null,
    number        int          not null,
    spec          longtext     not null,
    manifests     longtext     not null, -- a JSON list of the rendered objects
    plugin        varchar(253) not null,
    chart_name    varchar(253) not null,
    chart_version varchar(253) not null,
    engine        varchar(253) not null,
    restored      int          not null, -- the revision that it repeats; 0 for one that was rendered
    creator       varchar(253) not null,
    created_at    datetime(6)  not null,
    primary key (cluster_uuid, number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table if not exists job (
    id              bigint       not null auto_increment primary key,
    uuid            varchar(36)  not null,
    cluster_uuid    varchar(36)  not null,
    revision        int          not null,
    method          varchar(20)  not null,
    creator         varchar(253) not null,
    request         longtext     not null, -- JSON
    time_limit      bigint       not null, -- nanoseconds
    status          varchar(20)  not null,
    phase           varchar(20)  not null,
    phase_since     datetime(6)  not null,
    return_cause    varchar(20)  null, -- not null exactly if it was decided to return to the last good revision or to nothing
    returning_since datetime(6)  null,
    progress        longtext     not null, -- JSON
    lease_owner     varchar(253) null,
    lease_token     bigint       not null, -- how often the job was claimed
    lease_until     datetime(6)  null,
    ended_at        datetime(6)  null, -- null exactly as long as the status is an unfinished one
    created_at      datetime(6)  not null,
    updated_at      datetime(6)  not null,
    deleted_at      datetime(6)  null,
    unique key job_uuid (uuid),
    key job_unfinished (ended_at, id),
    key job_cluster (cluster_uuid)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table if not exists job_event (
    number     bigint       not null auto_increment primary key, -- ascends within a job, with gaps
    job_uuid   varchar(36)  not null,
    at         datetime(6)  not null,
    reason     varchar(40)  not null,
    object     varchar(400) not null,
    occurrence int          not null,
    details    longtext     not null, -- JSON
    unique key job_event_once (job_uuid, reason, object, occurrence),
    key job_event_job (job_uuid, number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- The steps of an upgrade: Kubernetes Jobs that run before the objects of a revision are applied.
create table if not exists upgrade_step (
    cluster_uuid varchar(36)  not null,
    revision     int          not null,
    number       int          not null, -- from 1, in the order in which they run
    name         varchar(253) not null,
    manifest     longtext     not null, -- JSON
    status       varchar(20)  not null,
    started_at   datetime(6)  null,
    ended_at     datetime(6)  null,
    message      longtext     not null,
    log          longtext     not null,
    primary key (cluster_uuid, revision, number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- The results of the checks of a cluster, each stored as soon as it is there.
create table if not exists job_check (
    job_uuid varchar(36) not null,
    number   int         not null, -- the place in the request's list of checks, from 0
    result   longtext    not null, -- JSON
    primary key (job_uuid, number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- The plugins that are installed. Every service that uses this database loads these and no others.
create table if not exists plugin (
    number       bigint       not null auto_increment primary key, -- the lower, the earlier it is loaded; kept by upgrades
    id           varchar(253) not null,
    version      varchar(253) not null,
    sha256       varchar(64)  not null,
    file_name    varchar(253) not null,
    size         bigint       not null, -- bytes
    releases     longtext     not null, -- a JSON list of texts
    provider     longtext     not null,
    description  longtext     not null,
    source       varchar(20)  not null,
    enabled      boolean      not null,
    installed_at datetime(6)  not null,
    changed_by   varchar(253) not null,
    changed_at   datetime(6)  not null,
    unique key plugin_id (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Their jars, in pieces that fit into every packet that a server allows.
create table if not exists plugin_content (
    sha256  varchar(64) not null,
    chunk   int         not null, -- from 0
    content mediumblob  not null,
    primary key (sha256, chunk)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Jars that were installed once: one that is still in a plugins folder is not taken for a new one.
create table if not exists plugin_retired (
    sha256     varchar(64)  not null primary key,
    id         varchar(253) not null,
    version    varchar(253) not null,
    how        varchar(20)  not null,
    retired_by varchar(253) not null,
    retired_at datetime(6)  not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Secrets that the service generates once, for all replicas.
create table if not exists service_secret (
    name       varchar(64)  not null primary key,
    content    varchar(255) not null,
    created_at datetime(6)  not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
