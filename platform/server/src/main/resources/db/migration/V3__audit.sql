-- Who requested what. Rows are only added, and removed when they are too old. See V1 for the rules of migrations.

create table if not exists audit (
    number           bigint       not null auto_increment primary key, -- ascends in the order in which rows are added
    at               datetime(6)  not null, -- when the request was answered
    user_name        varchar(253) not null, -- empty if it is unknown
    token_kind       varchar(20)  not null, -- empty without a token
    token_id         varchar(64)  not null,
    address          varchar(64)  not null,
    user_agent       varchar(200) not null,
    verb             varchar(100) not null,
    object_kind      varchar(40)  not null,
    object_namespace varchar(253) not null,
    object_name      varchar(253) not null,
    object_uuid      varchar(64)  not null,
    result           varchar(20)  not null,
    status           int          not null, -- of HTTP
    detail           varchar(500) not null,
    request_id       varchar(64)  not null, -- empty if the row stands for several requests
    requests         int          not null, -- how many requests the row stands for
    key audit_at (at),
    key audit_user (user_name, number),
    key audit_namespace (object_namespace, number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
