package io.kubefate.server.store;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The statements on table {@code job_check}. */
interface CheckDao {

    @SqlUpdate("delete from job_check where job_uuid = :uuid and number = :number")
    void remove(String uuid, int number);

    @SqlUpdate("insert into job_check (job_uuid, number, result) values (:uuid, :number, :result)")
    void insert(String uuid, int number, String result);

    @SqlQuery("select number, result from job_check where job_uuid = :uuid order by number")
    List<CheckRecord> list(String uuid);
}
