package io.kubefate.server.store;

import io.kubefate.server.store.cluster.ClusterFilter;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.job.JobEntry;
import io.kubefate.server.store.job.JobFilter;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.row.RowPage;
import io.kubefate.server.store.row.RowRange;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Parts of sorted and filtered lists, each read with one statement. */
public final class ListStore {

    private final ClusterDao clusters;
    private final JobDao jobs;

    public ListStore(Jdbi jdbi) {
        this.clusters = SharedDao.of(jdbi, ClusterDao.class);
        this.jobs = SharedDao.of(jdbi, JobDao.class);
    }

    /** Returns a part of the clusters that a filter selects. */
    public List<ClusterRecord> clusters(ClusterFilter filter, RowRange range) {
        return clusters.search(
                filter,
                filter.statuses(),
                filter.visible().orElse(Set.of()),
                range,
                range.column(),
                range.direction(),
                range.beyond());
    }

    /** Counts the clusters that a filter selects behind the place where a range begins. */
    public long countClusters(ClusterFilter filter, RowRange range) {
        return clusters.count(
                filter, filter.statuses(), filter.visible().orElse(Set.of()), range, range.column(), range.beyond());
    }

    /** Returns a part of the jobs that a filter selects. */
    public List<JobRecord> jobs(JobFilter filter, RowRange range) {
        return jobs.search(
                filter,
                filter.statuses(),
                filter.methods(),
                filter.visible().orElse(Set.of()),
                range,
                range.column(),
                range.direction(),
                range.beyond());
    }

    /** Returns a page of the list of all jobs. */
    public List<JobEntry> jobEntries(RowPage page) {
        return jobs.entries(page);
    }

    /** Returns jobs that were not removed from the list, in any order. */
    public List<JobRecord> jobs(Collection<String> uuids) {
        return uuids.isEmpty() ? List.of() : jobs.all(uuids);
    }

    /** Counts the jobs that a filter selects behind the place where a range begins. */
    public long countJobs(JobFilter filter, RowRange range) {
        return jobs.count(
                filter,
                filter.statuses(),
                filter.methods(),
                filter.visible().orElse(Set.of()),
                range,
                range.column(),
                range.beyond());
    }
}
