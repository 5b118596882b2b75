-- How the checks of a cluster ended, each as soon as it has. What was asked for stands in the job's args.

create table if not exists job_check (
    job_uuid varchar(36) not null,
    number   int         not null, -- the place in what was asked for, from 0
    result   longtext    not null, -- JSON
    primary key (job_uuid, number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
