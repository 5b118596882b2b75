-- Runs on MySQL, MariaDB and H2; see V1.

create table if not exists account (
    id            bigint       not null auto_increment primary key,
    uuid          varchar(36)  not null,
    name          varchar(253) not null,
    email         varchar(253) not null,
    password_hash varchar(100) not null, -- bcrypt
    enabled       boolean      not null,
    sessions      varchar(36)  not null, -- in every session token of the account; a new value ends all sessions
    active        boolean      null, -- true, and null once deleted, as in cluster
    created_at    datetime(6)  not null,
    updated_at    datetime(6)  not null,
    deleted_at    datetime(6)  null,
    unique key account_uuid (uuid),
    unique key account_active_name (name, active)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Who may do what in which namespace.
create table if not exists role_grant (
    id           bigint       not null auto_increment primary key,
    subject_kind varchar(20)  not null,
    subject      varchar(253) not null, -- the name of a user or group
    role         varchar(40)  not null,
    namespace    varchar(253) not null, -- or * for all
    creator      varchar(253) not null,
    created_at   datetime(6)  not null,
    unique key role_grant_once (subject_kind, subject, role, namespace)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table if not exists api_token (
    id           bigint       not null auto_increment primary key,
    uuid         varchar(36)  not null,
    name         varchar(253) not null,
    account_uuid varchar(36)  not null,
    sha256       varchar(64)  not null, -- of the token, which is stored nowhere
    expires_at   datetime(6)  not null,
    created_at   datetime(6)  not null,
    last_used_at datetime(6)  null, -- to the minute
    revoked_at   datetime(6)  null,
    unique key api_token_uuid (uuid),
    unique key api_token_sha256 (sha256)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Session tokens that were revoked before they expire.
create table if not exists revoked_session (
    token_id   varchar(64) not null primary key,
    expires_at datetime(6) not null, -- when the row is no longer needed
    key revoked_session_expiry (expires_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
