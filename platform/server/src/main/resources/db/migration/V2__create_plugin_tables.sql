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

-- Jars that were installed once: one that still lies in a plugins folder is not taken for a new one.
create table if not exists plugin_retired (
    sha256     varchar(64)  not null primary key,
    id         varchar(253) not null,
    version    varchar(253) not null,
    how        varchar(20)  not null,
    retired_by varchar(253) not null,
    retired_at datetime(6)  not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
