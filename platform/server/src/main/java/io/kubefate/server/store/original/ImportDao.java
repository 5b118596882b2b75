package io.kubefate.server.store.original;

import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.identity.AccountRecord;
import io.kubefate.server.store.job.JobEvent;
import io.kubefate.server.store.job.JobRecord;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Writes rows that are history already. */
interface ImportDao {

    @SqlQuery("select exists (select 1 from cluster where uuid = :uuid)")
    boolean hasCluster(String uuid);

    @SqlQuery("select uuid from cluster where name = :name and namespace = :namespace and active")
    Optional<String> activeCluster(String name, String namespace);

    /** Adds a cluster; a deleted one is not active. */
    @SqlUpdate("""
            insert into cluster (uuid, name, namespace, chart_name, chart_version, engine, spec, revision, status, active,
                created_at, updated_at, deleted_at)
            values (:identity.uuid, :identity.name, :identity.namespace, :release.chartName, :release.chartVersion,
                :release.engine, :spec, :revision, :status, :active, :times.createdAt, :times.updatedAt, :times.deletedAt)
            """)
    void insert(@BindMethods ClusterRecord cluster, Optional<Boolean> active);

    @SqlQuery("select exists (select 1 from job where uuid = :uuid)")
    boolean hasJob(String uuid);

    @SqlUpdate("""
            insert into job (uuid, cluster_uuid, revision, method, creator, request, time_limit, status, phase, phase_since,
                progress, lease_token, ended_at, created_at, updated_at, deleted_at)
            values (:definition.uuid, :definition.clusterUuid, :definition.revision, :definition.method, :definition.creator,
                :definition.request, :definition.timeLimit, :state.status, :state.phase, :state.phaseSince,
                :progress, :leaseToken, :state.endedAt, :times.createdAt, :times.updatedAt, :times.deletedAt)
            """)
    void insert(@BindMethods JobRecord job);

    @SqlUpdate("""
            insert into job_event (job_uuid, at, reason, object, occurrence, details)
            values (:uuid, :at, :reason, :object, :occurrence, :details)
            """)
    void appendEvent(String uuid, @BindMethods JobEvent event);

    @SqlQuery("select exists (select 1 from account where (name = :name and active) or uuid = :uuid)")
    boolean hasAccount(String name, String uuid);

    @SqlUpdate("""
            insert into account (uuid, name, email, password_hash, enabled, sessions, active, created_at, updated_at)
            values (:uuid, :name, :email, :passwordHash, :enabled, :sessions, true, :times.createdAt, :times.updatedAt)
            """)
    void insert(@BindMethods AccountRecord account);
}
