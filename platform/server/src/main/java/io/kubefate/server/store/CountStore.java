package io.kubefate.server.store;

import org.jdbi.v3.core.Jdbi;

/** Counts clusters and jobs. */
public final class CountStore {

    private final CountDao counts;

    public CountStore(Jdbi jdbi) {
        this.counts = SharedDao.of(jdbi, CountDao.class);
    }

    public StoredCounts count() {
        return new StoredCounts(counts.clusters(), counts.activeJobs());
    }
}
