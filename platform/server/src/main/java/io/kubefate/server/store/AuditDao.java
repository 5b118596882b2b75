package io.kubefate.server.store;

import static org.jdbi.v3.sqlobject.customizer.BindList.EmptyHandling.NULL_STRING;

import io.kubefate.server.store.audit.AuditObject;
import io.kubefate.server.store.audit.AuditQuery;
import io.kubefate.server.store.audit.AuditRecord;
import io.kubefate.server.store.audit.AuditResult;
import io.kubefate.server.store.row.RowRange;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The statements on table {@code audit}. None of them changes a row. */
interface AuditDao {

    /** What a filter selects behind a place of the sorted list. */
    String SELECTED = """
            from audit
            where at >= :query.since and at < :query.until and (:query.anyResult or result in (<results>))
              and (:query.user = '' or user_name = :query.user)
              and (:query.verb = '' or verb = :query.verb or locate(concat(:query.verb, ' '), verb) = 1)
              and (:query.namespace = '' or object_namespace = :query.namespace)
              and (:query.cluster = '' or object_kind in ('cluster', 'job')
                  and :query.cluster in (object_uuid, object_name, concat(object_namespace, '/', object_name)))
              and (:query.text = '' or locate(lower(:query.text), lower(concat_ws(' ', user_name, address, user_agent, verb,
                  object_kind, object_namespace, object_name, object_uuid, detail, request_id))) > 0)
              and (:range.afterValue is null or <column> <beyond> :range.afterValue
                  or (<column> = :range.afterValue and number <beyond> :range.afterId))
            """;

    @SqlBatch("""
            insert into audit (at, user_name, token_kind, token_id, address, user_agent, verb, object_kind, object_namespace,
                object_name, object_uuid, result, status, detail, request_id, requests)
            values (:at, :actor.userName, :actor.tokenKind, :actor.tokenId, :actor.address, :actor.userAgent, :verb,
                :object.kind, :object.namespace, :object.name, :object.uuid, :outcome.result, :outcome.status,
                :outcome.detail, :requestId, :requests)
            """)
    void append(@BindMethods Iterable<AuditRecord> records);

    @SqlQuery("select * " + SELECTED + " order by <column> <direction>, number <direction> limit :range.limit")
    List<AuditRecord> list(
            @BindMethods("query") AuditQuery query,
            @BindList(onEmpty = NULL_STRING) Collection<AuditResult> results,
            @BindMethods("range") RowRange range,
            @Define String column,
            @Define String direction,
            @Define String beyond);

    /** Returns the number of rows, at most the limit. */
    @SqlQuery("select count(*) from (select number " + SELECTED + " limit :limit) counted")
    long count(
            @BindMethods("query") AuditQuery query,
            @BindList(onEmpty = NULL_STRING) Collection<AuditResult> results,
            @BindMethods("range") RowRange range,
            @Define String column,
            @Define String beyond,
            int limit);

    @SqlQuery("select 'cluster' as kind, namespace, name, uuid from cluster where uuid = :uuid")
    Optional<AuditObject> cluster(String uuid);

    @SqlQuery("""
            select 'cluster' as kind, namespace, name, uuid from cluster
            where name = :name and namespace = :namespace and active
            """)
    Optional<AuditObject> cluster(String namespace, String name);

    @SqlQuery("""
            select 'job' as kind, cluster.namespace, cluster.name, job.uuid
            from job join cluster on cluster.uuid = job.cluster_uuid
            where job.uuid = :uuid
            """)
    Optional<AuditObject> job(String uuid);

    @SqlUpdate("delete from audit where at < :before limit :rows")
    int removeBefore(Instant before, int rows);
}
