-- The keys that encrypt confidential columns, themselves encrypted with a key that is not in the database. They are never deleted.
create table if not exists data_key (
    number        bigint       not null auto_increment primary key, -- the key with the greatest one encrypts; all decrypt
    id            varchar(64)  not null,
    master_key_id varchar(64)  not null,
    encrypted     varchar(255) not null,
    complete      boolean      not null, -- all confidential cells were encrypted with this key at some time
    created_at    datetime(6)  not null,
    unique key data_key_id (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Encrypted texts are longer.
alter table keyed_request modify column fingerprint longtext not null;
alter table service_secret modify column content longtext not null;
