package io.kubefate.server.store;

import io.kubefate.server.store.audit.AuditObject;
import io.kubefate.server.store.audit.AuditQuery;
import io.kubefate.server.store.audit.AuditRecord;
import io.kubefate.server.store.row.RowRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Who requested what. Rows are added, and removed when they are too old; nothing changes one. */
public final class AuditStore {

    private final AuditDao audit;

    public AuditStore(Jdbi jdbi) {
        this.audit = SharedDao.of(jdbi, AuditDao.class);
    }

    public void append(List<AuditRecord> records) {
        audit.append(records);
    }

    /** Returns a part of the rows that a query selects. */
    public List<AuditRecord> list(AuditQuery query, RowRange range) {
        return audit.list(query, query.results(), range, range.column(), range.direction(), range.beyond());
    }

    /**
     * Counts the rows that a query selects behind the place where a range begins. The table can have millions, so it does not count all.
     *
     * @param max the greatest number
     * @return empty if there are more
     */
    public Optional<Long> count(AuditQuery query, RowRange range, int max) {
        long rows = audit.count(query, query.results(), range, range.column(), range.beyond(), max + 1);
        return Optional.of(rows).filter(number -> number <= max);
    }

    /** Returns a cluster, also a deleted one. */
    public Optional<AuditObject> cluster(String uuid) {
        return audit.cluster(uuid);
    }

    /** Returns the cluster that has this name now. */
    public Optional<AuditObject> cluster(String namespace, String name) {
        return audit.cluster(namespace, name);
    }

    /** Returns a job with the namespace and name of its cluster, whether or not they still exist. */
    public Optional<AuditObject> job(String uuid) {
        return audit.job(uuid);
    }

    /**
     * Removes old rows. Several services may do this at the same time.
     *
     * @param limit how many rows at most
     * @return how many rows there were
     */
    public int removeBefore(Instant before, int limit) {
        return audit.removeBefore(before, limit);
    }
}
