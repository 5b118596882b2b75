package io.kubefate.server.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The statements on tables {@code job} and {@code job_event}. Those that return a boolean say whether a row changed. */
interface JobDao {

    @SqlUpdate("""
            insert into job (uuid, cluster_uuid, revision, method, status, creator, args, cover, rollback_on_failure,
                time_limit, sub_jobs, reasons, started_at, created_at, updated_at)
            values (:uuid, :clusterUuid, :revision, :method, :status, :creator, :args, :cover, :rollbackOnFailure,
                :timeLimit, :subJobs, :reasons, :startedAt, :createdAt, :updatedAt)
            """)
    void insert(@BindMethods JobRecord job);

    @SqlQuery("select * from job where uuid = :uuid and deleted_at is null")
    Optional<JobRecord> find(String uuid);

    @SqlQuery("select * from job where deleted_at is null order by id")
    List<JobRecord> list();

    @SqlQuery("select * from job where cluster_uuid = :clusterUuid and ended_at is null order by id limit 1")
    Optional<JobRecord> unfinished(String clusterUuid);

    @SqlUpdate("""
            update job set deleted_at = :at, updated_at = :at
            where uuid = :uuid and ended_at is not null and deleted_at is null
            """)
    boolean softDelete(String uuid, Instant at);

    @SqlUpdate("""
            update job set status = 'Stopping', updated_at = :at
            where uuid = :uuid and method in ('ClusterInstall', 'ClusterUpdate', 'ClusterCheck')
                and status in ('Pending', 'Running')
            """)
    boolean requestStop(String uuid, Instant at);

    @SqlQuery("""
            select * from job
            where ended_at is null and (lease_until is null or lease_until <= :now)
            order by id limit 1
            for update skip locked
            """)
    Optional<JobRecord> lockNext(Instant now);

    @SqlUpdate("""
            update job
            set lease_owner = :runner, lease_until = :until, updated_at = :now,
                status = case status when 'Pending' then 'Running' else status end
            where uuid = :uuid
            """)
    void lease(String uuid, String runner, Instant now, Instant until);

    @SqlUpdate("""
            update job set lease_until = :until
            where uuid = :uuid and lease_owner = :runner
            """)
    boolean renew(String uuid, String runner, Instant until);

    @SqlUpdate("""
            update job set lease_owner = null, lease_until = null
            where uuid = :uuid and lease_owner = :runner
            """)
    boolean release(String uuid, String runner);

    @SqlUpdate("""
            update job set sub_jobs = :subJobs, reasons = :reasons, updated_at = :at
            where uuid = :uuid and lease_owner = :runner
            """)
    boolean progress(String uuid, String runner, String subJobs, String reasons, Instant at);

    @SqlUpdate("""
            update job
            set status = :status, ended_at = :at, updated_at = :at, lease_owner = null, lease_until = null
            where uuid = :uuid and lease_owner = :runner
            """)
    boolean finish(String uuid, String runner, JobStatus status, Instant at);

    @SqlQuery("select * from job where uuid = :uuid and lease_owner = :runner for update")
    Optional<JobRecord> lock(String uuid, String runner);

    @SqlUpdate("insert into job_event (job_uuid, at, message) values (:uuid, :at, :message)")
    void appendEvent(String uuid, Instant at, String message);

    @SqlQuery("select message from job_event where job_uuid = :uuid order by number desc limit 1")
    Optional<String> lastEvent(String uuid);

    @SqlQuery("select exists (select 1 from job_event where job_uuid = :uuid and message = :message)")
    boolean hasEvent(String uuid, String message);

    @SqlQuery("select at, message from job_event where job_uuid = :uuid order by number")
    List<JobEvent> events(String uuid);

    @SqlQuery("""
            select uuid, updated_at, (select count(*) from job_event where job_uuid = job.uuid) as events
            from job
            where uuid in (<uuids>) and deleted_at is null
            """)
    List<JobVersion> versions(@BindList Collection<String> uuids);
}
