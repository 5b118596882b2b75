-- Requests that a client sends again with the same key if it does not know whether they were accepted. Kept for a day.
create table if not exists keyed_request (
    creator     varchar(253) not null,
    request_key varchar(255) not null,
    fingerprint varchar(64)  not null, -- SHA-256 of the request without the key
    warnings    longtext     not null, -- a JSON list: the warnings of the answer
    job_uuid    varchar(36)  not null,
    created_at  datetime(6)  not null,
    primary key (creator, request_key),
    key keyed_request_age (created_at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
