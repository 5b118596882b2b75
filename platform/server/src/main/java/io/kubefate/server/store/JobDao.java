package io.kubefate.server.store;

import static org.jdbi.v3.sqlobject.customizer.BindList.EmptyHandling.NULL_STRING;

import io.kubefate.server.store.job.EventOfJob;
import io.kubefate.server.store.job.JobEntry;
import io.kubefate.server.store.job.JobEvent;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.job.JobFilter;
import io.kubefate.server.store.job.JobLease;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobPhase;
import io.kubefate.server.store.job.JobProgress;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.job.JobVersion;
import io.kubefate.server.store.job.ReturnCause;
import io.kubefate.server.store.row.RowPage;
import io.kubefate.server.store.row.RowRange;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The statements on tables {@code job} and {@code job_event}. Those that return a boolean report whether a row changed. */
interface JobDao {

    /** What a filter selects behind a place of the sorted list. */
    String SELECTED = """
            from job j left join cluster c on c.uuid = j.cluster_uuid
            where (j.deleted_at is null or j.ended_at is null)
                and (:anyStatus or j.status in (<statuses>))
                and (:anyMethod or j.method in (<methods>))
                and (:cluster is null or j.cluster_uuid = :cluster)
                and (:name is null or c.name = :name)
                and (:namespace is null or c.namespace = :namespace)
                and (:everywhere or c.namespace in (<visible>))
                and (:chart is null or c.chart_name = :chart)
                and (:text is null
                    or locate(:text, lower(concat(j.uuid, ' ', j.creator, ' ', coalesce(
                        concat(c.uuid, ' ', c.name, ' ', c.namespace), '')))) > 0)
                and (:afterValue is null or j.<column> <beyond> :afterValue
                    or (j.<column> = :afterValue and j.id <beyond> :afterId))
            """;

    @SqlUpdate("""
            insert into job (uuid, cluster_uuid, revision, method, creator, request, time_limit, status, phase, phase_since,
                progress, lease_token, created_at, updated_at)
            values (:definition.uuid, :definition.clusterUuid, :definition.revision, :definition.method, :definition.creator,
                :definition.request, :definition.timeLimit, :state.status, :state.phase, :state.phaseSince,
                :progress, :leaseToken, :times.createdAt, :times.updatedAt)
            """)
    void insert(@BindMethods JobRecord job);

    @SqlQuery("select * from job where uuid = :uuid and (deleted_at is null or ended_at is null)")
    Optional<JobRecord> find(String uuid);

    @SqlQuery("""
            select * from job
            where (deleted_at is null or ended_at is null) and id < :before
            order by id desc limit :limit
            """)
    List<JobRecord> list(@BindMethods RowPage page);

    @SqlQuery("""
            select id, uuid, updated_at from job
            where (deleted_at is null or ended_at is null) and id < :before
            order by id desc limit :limit
            """)
    List<JobEntry> entries(@BindMethods RowPage page);

    @SqlQuery("select * from job where uuid in (<uuids>) and (deleted_at is null or ended_at is null)")
    List<JobRecord> all(@BindList Collection<String> uuids);

    @SqlQuery("select j.* " + SELECTED + " order by j.<column> <direction>, j.id <direction> limit :limit")
    List<JobRecord> search(
            @BindMethods JobFilter filter,
            @BindList(onEmpty = NULL_STRING) Collection<JobStatus> statuses,
            @BindList(onEmpty = NULL_STRING) Collection<JobMethod> methods,
            @BindList(onEmpty = NULL_STRING) Collection<String> visible,
            @BindMethods RowRange range,
            @Define String column,
            @Define String direction,
            @Define String beyond);

    @SqlQuery("select count(*) " + SELECTED)
    long count(
            @BindMethods JobFilter filter,
            @BindList(onEmpty = NULL_STRING) Collection<JobStatus> statuses,
            @BindList(onEmpty = NULL_STRING) Collection<JobMethod> methods,
            @BindList(onEmpty = NULL_STRING) Collection<String> visible,
            @BindMethods RowRange range,
            @Define String column,
            @Define String beyond);

    @SqlQuery("select * from job where cluster_uuid = :clusterUuid and ended_at is null order by id")
    List<JobRecord> unfinished(String clusterUuid);

    /** Returns the newest job of a cluster that has another method, also if it was removed from the list. */
    @SqlQuery("select * from job where cluster_uuid = :clusterUuid and method != :method order by id desc limit 1")
    Optional<JobRecord> newestExcept(String clusterUuid, JobMethod method);

    @SqlUpdate("update job set deleted_at = :at, updated_at = :at where uuid = :uuid and deleted_at is null")
    boolean softDelete(String uuid, Instant at);

    @SqlUpdate("""
            update job set status = :stopping, updated_at = :at
            where uuid = :uuid and method in (<methods>) and status in (<statuses>)
            """)
    boolean requestStop(
            String uuid,
            JobStatus stopping,
            @BindList Collection<JobMethod> methods,
            @BindList Collection<JobStatus> statuses,
            Instant at);

    @SqlQuery("""
            select * from job
            where ended_at is null and (lease_until is null or lease_until <= :now)
                and not exists (
                    select 1 from job earlier
                    where earlier.cluster_uuid = job.cluster_uuid and earlier.id < job.id and earlier.ended_at is null)
            order by id limit 1
            for update skip locked
            """)
    Optional<JobRecord> lockNext(Instant now);

    @SqlUpdate("""
            update job
            set lease_owner = :runner, lease_token = lease_token + 1, lease_until = :until, updated_at = :now, status = :status
            where uuid = :uuid
            """)
    void lease(String uuid, JobStatus status, String runner, Instant now, Instant until);

    @SqlUpdate("""
            update job set lease_until = :until
            where uuid = :jobUuid and lease_owner = :runner and lease_token = :token
            """)
    boolean renew(@BindMethods JobLease lease, Instant until);

    @SqlQuery("""
            select lease_until from job
            where uuid = :jobUuid and lease_owner = :runner and lease_token = :token and lease_until > :now
            """)
    Optional<Instant> heldUntil(@BindMethods JobLease lease, Instant now);

    @SqlUpdate("""
            update job set lease_owner = null, lease_until = null
            where uuid = :jobUuid and lease_owner = :runner and lease_token = :token
            """)
    boolean release(@BindMethods JobLease lease);

    /** Returns the row number, or empty if the lease is lost. */
    @SqlQuery("""
            select id from job where uuid = :jobUuid and lease_owner = :runner and lease_token = :token for update
            """)
    Optional<Long> lock(@BindMethods JobLease lease);

    @SqlUpdate("update job set phase = :phase, phase_since = :at, updated_at = :at where uuid = :uuid")
    void enter(String uuid, JobPhase phase, Instant at);

    @SqlUpdate("update job set return_cause = :cause, returning_since = :at where uuid = :uuid")
    void goBack(String uuid, ReturnCause cause, Instant at);

    @SqlUpdate("update job set progress = :progress, updated_at = :at where uuid = :uuid")
    void progress(String uuid, JobProgress progress, Instant at);

    @SqlUpdate("""
            update job
            set status = :status, phase = :phase, phase_since = :at, ended_at = :at, updated_at = :at,
                lease_owner = null, lease_until = null
            where uuid = :jobUuid and lease_owner = :runner and lease_token = :token
            """)
    boolean finish(@BindMethods JobLease lease, JobStatus status, JobPhase phase, Instant at);

    @SqlUpdate("""
            insert into job_event (job_uuid, at, reason, object, occurrence, details)
            values (:uuid, :at, :reason, :object, :occurrence, :details)
            """)
    void appendEvent(String uuid, @BindMethods JobEvent event);

    @SqlQuery("""
            select exists (
                select 1 from job_event
                where job_uuid = :uuid and reason = :reason and object = :object and occurrence = :occurrence)
            """)
    boolean hasEvent(String uuid, @BindMethods JobEvent event);

    @SqlQuery("""
            select at, reason, object, occurrence, details
            from job_event
            where job_uuid = :uuid and reason in (<known>)
            order by number
            """)
    List<JobEvent> events(String uuid, @BindList Collection<JobEventReason> known);

    @SqlQuery("""
            select job_uuid, at, reason, object, occurrence, details
            from job_event
            where job_uuid in (<uuids>) and reason in (<known>)
            order by number
            """)
    List<EventOfJob> eventsOf(@BindList Collection<String> uuids, @BindList Collection<JobEventReason> known);

    @SqlQuery("""
            select uuid, updated_at,
                (select count(*) from job_event where job_uuid = job.uuid and reason in (<known>)) as events
            from job
            where uuid in (<uuids>) and (deleted_at is null or ended_at is null)
            """)
    List<JobVersion> versions(@BindList Collection<String> uuids, @BindList Collection<JobEventReason> known);
}
