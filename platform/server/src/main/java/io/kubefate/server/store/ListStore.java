package io.kubefate.server.store;

import io.kubefate.server.store.cluster.ClusterFilter;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.job.JobFilter;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.row.RowRange;
import io.kubefate.server.store.row.VisibleNamespaces;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Parts of sorted and filtered lists, each read with one statement. */
public final class ListStore {

    private final ClusterDao clusters;
    private final JobDao jobs;

    public ListStore(Jdbi jdbi) {
        this.clusters = jdbi.onDemand(ClusterDao.class);
        this.jobs = jdbi.onDemand(JobDao.class);
    }

    /** Returns a part of the clusters that a filter selects. */
    public List<ClusterRecord> clusters(ClusterFilter filter, RowRange range) {
        return clusters.search(
                filter,
                filter.statuses(),
                VisibleNamespaces.names(filter.visible()),
                range,
                range.column(),
                range.direction(),
                range.beyond());
    }

    /** Returns a part of the jobs that a filter selects. */
    public List<JobRecord> jobs(JobFilter filter, RowRange range) {
        return jobs.search(
                filter,
                filter.statuses(),
                filter.methods(),
                VisibleNamespaces.names(filter.visible()),
                range,
                range.column(),
                range.direction(),
                range.beyond());
    }
}
