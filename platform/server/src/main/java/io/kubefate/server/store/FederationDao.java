package io.kubefate.server.store;

import static org.jdbi.v3.sqlobject.customizer.BindList.EmptyHandling.NULL_STRING;

import io.kubefate.server.store.check.CheckRecord;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterSummary;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.LatestCheck;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The statements for the federation of all clusters. */
interface FederationDao {

    @SqlQuery("""
            select uuid, name, namespace, chart_name, chart_version, engine, revision, status from cluster
            where deleted_at is null and (:everywhere or namespace in (<visible>))
            order by id
            """)
    List<ClusterSummary> clusters(boolean everywhere, @BindList(onEmpty = NULL_STRING) Collection<String> visible);

    @SqlQuery("select * from cluster where uuid in (<uuids>)")
    List<ClusterRecord> records(@BindList Collection<String> uuids);

    @SqlQuery("""
            select j.cluster_uuid, j.uuid, j.status, j.ended_at
            from job j
                join (
                    select max(id) as id from job
                    where method = :method and ended_at is not null and deleted_at is null
                    group by cluster_uuid) newest on newest.id = j.id
                join cluster c on c.uuid = j.cluster_uuid
            where c.deleted_at is null and (:everywhere or c.namespace in (<visible>))
            """)
    List<LatestCheck> latestChecks(
            JobMethod method, boolean everywhere, @BindList(onEmpty = NULL_STRING) Collection<String> visible);

    @SqlQuery("select job_uuid, number, result from job_check where job_uuid in (<jobs>) order by job_uuid, number")
    List<CheckRecord> results(@BindList Collection<String> jobs);
}
