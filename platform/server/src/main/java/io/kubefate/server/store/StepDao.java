package io.kubefate.server.store;

import io.kubefate.server.store.step.StepRecord;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The statements on table {@code upgrade_step}. */
interface StepDao {

    @SqlUpdate("""
            insert into upgrade_step (cluster_uuid, revision, number, name, manifest, status, started_at, ended_at, message, log)
            values (:clusterUuid, :revision, :number, :name, :manifest, :state.status, :state.startedAt,
                :state.endedAt, :state.message, :state.log)
            """)
    void insert(@BindMethods StepRecord step);

    @SqlQuery("select * from upgrade_step where cluster_uuid = :clusterUuid order by revision, number")
    List<StepRecord> ofCluster(String clusterUuid);

    @SqlQuery("""
            select * from upgrade_step where cluster_uuid = :clusterUuid and revision = :revision order by number
            """)
    List<StepRecord> ofRevision(String clusterUuid, int revision);

    @SqlUpdate("""
            update upgrade_step
            set status = :state.status, started_at = :state.startedAt, ended_at = :state.endedAt, message = :state.message,
                log = :state.log
            where cluster_uuid = :clusterUuid and revision = :revision and number = :number
            """)
    void update(@BindMethods StepRecord step);
}
