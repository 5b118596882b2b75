package io.kubefate.server.store;

import io.kubefate.server.store.check.CheckRecord;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The statements on table {@code job_check}. */
interface CheckDao {

    @SqlUpdate("delete from job_check where job_uuid = :jobUuid and number = :number")
    void remove(@BindMethods CheckRecord check);

    @SqlUpdate("insert into job_check (job_uuid, number, result) values (:jobUuid, :number, :result)")
    void insert(@BindMethods CheckRecord check);

    @SqlQuery("select job_uuid, number, result from job_check where job_uuid in (<uuids>) order by job_uuid, number")
    List<CheckRecord> list(@BindList Collection<String> uuids);
}
