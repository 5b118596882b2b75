package io.kubefate.server.store;

import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.ActiveJobs;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The statements that count clusters and jobs. */
interface CountDao {

    @SqlQuery("select status, count(*) as total from cluster where active group by status")
    @KeyColumn("status")
    @ValueColumn("total")
    Map<ClusterStatus, Long> clusters();

    @SqlQuery("""
            select status, count(*) as total, min(created_at) as oldest from job where ended_at is null group by status
            """)
    List<ActiveJobs> activeJobs();
}
