package io.kubefate.server.store;

import static org.jdbi.v3.sqlobject.customizer.BindList.EmptyHandling.NULL_STRING;

import io.kubefate.server.store.cluster.ClusterFilter;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.cluster.RevisionRecord;
import io.kubefate.server.store.encryption.Confidential;
import io.kubefate.server.store.job.HistoryRecord;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.plugin.PluginUse;
import io.kubefate.server.store.row.RowPage;
import io.kubefate.server.store.row.RowRange;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The statements on tables {@code cluster} and {@code revision}. Those that return a boolean report whether a row changed. */
interface ClusterDao {

    /** What a filter selects behind a place of the sorted list. */
    String SELECTED = """
            from cluster
            where (:deletedToo or deleted_at is null)
                and (:anyStatus or status in (<statuses>))
                and (:name is null or name = :name)
                and (:namespace is null or namespace = :namespace)
                and (:everywhere or namespace in (<visible>))
                and (:chart is null or chart_name = :chart)
                and (:text is null
                    or locate(:text, lower(concat(name, ' ', namespace, ' ', chart_name, ' ', chart_version, ' ', uuid))) > 0)
                and (:afterValue is null or <column> <beyond> :afterValue
                    or (<column> = :afterValue and id <beyond> :afterId))
            """;

    @SqlUpdate("""
            insert into cluster (uuid, name, namespace, chart_name, chart_version, engine, spec, revision, status, active,
                created_at, updated_at)
            values (:identity.uuid, :identity.name, :identity.namespace, :release.chartName, :release.chartVersion,
                :release.engine, :spec, :revision, :status, true, :times.createdAt, :times.updatedAt)
            """)
    void insert(@BindMethods ClusterRecord cluster);

    @SqlQuery("select * from cluster where uuid = :uuid and deleted_at is null")
    Optional<ClusterRecord> find(String uuid);

    @SqlQuery("select uuid from cluster where deleted_at is null order by id")
    List<String> installed();

    @SqlQuery("select uuid, namespace from cluster where uuid in (<uuids>)")
    @KeyColumn("uuid")
    @ValueColumn("namespace")
    Map<String, String> namespaces(@BindList Collection<String> uuids);

    @SqlQuery("select namespace from cluster where uuid = :uuid")
    Optional<String> namespace(String uuid);

    @SqlQuery("""
            select c.namespace from cluster c join job j on j.cluster_uuid = c.uuid where j.uuid = :jobUuid
            """)
    Optional<String> namespaceOfJob(String jobUuid);

    @SqlQuery("select * from cluster where uuid = :uuid and deleted_at is null for update")
    Optional<ClusterRecord> lock(String uuid);

    @SqlQuery("select * from cluster where name = :name and namespace = :namespace and active")
    Optional<ClusterRecord> findByName(String name, String namespace);

    @SqlQuery("""
            select * from cluster
            where name = :name and namespace = :namespace and deleted_at is not null
            order by id desc limit 1
            """)
    Optional<ClusterRecord> findLastDeleted(String name, String namespace);

    @SqlQuery("select exists (select 1 from cluster where name = :name and namespace = :namespace and active)")
    boolean exists(String name, String namespace);

    @SqlQuery("""
            select * from cluster
            where (:deletedToo or deleted_at is null) and id < :before
            order by id desc limit :limit
            """)
    List<ClusterRecord> list(boolean deletedToo, @BindMethods RowPage page);

    @SqlQuery("select * " + SELECTED + " order by <column> <direction>, id <direction> limit :limit")
    List<ClusterRecord> search(
            @BindMethods ClusterFilter filter,
            @BindList(onEmpty = NULL_STRING) Collection<ClusterStatus> statuses,
            @BindList(onEmpty = NULL_STRING) Collection<String> visible,
            @BindMethods RowRange range,
            @Define String column,
            @Define String direction,
            @Define String beyond);

    @SqlQuery("select count(*) " + SELECTED)
    long count(
            @BindMethods ClusterFilter filter,
            @BindList(onEmpty = NULL_STRING) Collection<ClusterStatus> statuses,
            @BindList(onEmpty = NULL_STRING) Collection<String> visible,
            @BindMethods RowRange range,
            @Define String column,
            @Define String beyond);

    @SqlUpdate("""
            update cluster set status = :to, updated_at = :at
            where uuid = :uuid and status = :from and deleted_at is null
            """)
    boolean updateStatus(String uuid, ClusterStatus from, ClusterStatus to, Instant at);

    @SqlUpdate("update cluster set status = :status, updated_at = :at where uuid = :uuid and deleted_at is null")
    boolean setStatus(String uuid, ClusterStatus status, Instant at);

    @SqlUpdate("""
            update cluster set status = :status, revision = :number, spec = :clusterSpec, chart_version = :origin.release.chartVersion,
                engine = :origin.release.engine, updated_at = :at
            where uuid = :clusterUuid and deleted_at is null
            """)
    boolean setRevision(
            @BindMethods RevisionRecord revision, Confidential<String> clusterSpec, ClusterStatus status, Instant at);

    @SqlUpdate("""
            update cluster set status = :status, active = null, updated_at = :at, deleted_at = :at
            where uuid = :uuid and deleted_at is null
            """)
    boolean deleted(String uuid, ClusterStatus status, Instant at);

    @SqlUpdate("""
            insert into revision (cluster_uuid, number, spec, manifests, plugin, chart_name, chart_version, engine, restored,
                creator, created_at)
            values (:clusterUuid, :number, :spec, :manifests, :origin.plugin, :origin.release.chartName,
                :origin.release.chartVersion, :origin.release.engine, :origin.restored, :creator, :createdAt)
            """)
    void insertRevision(@BindMethods RevisionRecord revision);

    @SqlQuery("select * from revision where cluster_uuid = :clusterUuid and number = :number")
    Optional<RevisionRecord> revision(String clusterUuid, int number);

    @SqlQuery("""
            select * from revision where cluster_uuid = :clusterUuid and number >= :from order by number desc
            """)
    List<RevisionRecord> revisions(String clusterUuid, int from);

    @SqlQuery("select * from revision where cluster_uuid in (<clusterUuids>)")
    List<RevisionRecord> revisionsOf(@BindList Collection<String> clusterUuids);

    @SqlQuery("select coalesce(max(number), 0) from revision where cluster_uuid = :clusterUuid")
    int lastRevision(String clusterUuid);

    @SqlQuery("""
            select r.number, r.plugin, r.chart_name, r.chart_version, r.engine, r.restored, r.creator, r.created_at,
                j.uuid as job_uuid, j.status
            from revision r
                join job j on j.cluster_uuid = r.cluster_uuid and j.revision = r.number and j.method in (<methods>)
            where r.cluster_uuid = :clusterUuid
            order by r.number
            """)
    List<HistoryRecord> history(String clusterUuid, @BindList Collection<JobMethod> methods);

    @SqlQuery("""
            select distinct r.plugin, c.uuid, c.name, c.namespace
            from cluster c join revision r on r.cluster_uuid = c.uuid and r.number >= c.revision
            where c.deleted_at is null
            order by c.name, c.namespace, r.plugin
            """)
    List<PluginUse> pluginUses();
}
