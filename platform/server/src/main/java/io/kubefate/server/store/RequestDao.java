package io.kubefate.server.store;

import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.request.AnsweredRequest;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The statements on table {@code keyed_request}. */
interface RequestDao {

    @SqlUpdate("""
            insert into keyed_request (creator, request_key, fingerprint, warnings, job_uuid, created_at)
            values (:request.creator, :request.requestKey, :request.fingerprint, :request.warnings, :jobUuid, :createdAt)
            """)
    void insert(@BindMethods AnsweredRequest answered);

    @SqlQuery("""
            select * from keyed_request
            where creator = :creator and request_key = :requestKey and created_at > :expired
            """)
    Optional<AnsweredRequest> find(String creator, String requestKey, Instant expired);

    /** Returns the job also after it was removed from the list. */
    @SqlQuery("select * from job where uuid = :jobUuid")
    Optional<JobRecord> job(String jobUuid);

    @SqlUpdate("delete from keyed_request where created_at <= :expired")
    void deleteExpired(Instant expired);
}
