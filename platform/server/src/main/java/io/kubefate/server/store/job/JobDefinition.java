package io.kubefate.server.store.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.store.encryption.Confidential;
import io.kubefate.server.store.encryption.ConfidentialColumn;
import java.time.Duration;
import org.jdbi.v3.core.mapper.reflect.JdbiConstructor;

/**
 * What a job is to do; it never changes.
 *
 * @param uuid the job's id
 * @param clusterUuid the cluster it works on
 * @param revision the revision it brings or removes; 0 if it does neither
 * @param method what it does
 * @param creator the user's name
 * @param request the request of the user
 * @param timeLimit how long it may run, without the way back
 */
public record JobDefinition(
        String uuid,
        String clusterUuid,
        int revision,
        JobMethod method,
        String creator,
        Confidential<JobRequest> request,
        Duration timeLimit) {

    @JdbiConstructor
    public JobDefinition {
        requireNonNull(uuid, "uuid is null");
        requireNonNull(clusterUuid, "clusterUuid is null");
        requireNonNull(method, "method is null");
        requireNonNull(creator, "creator is null");
        request = request.in(ConfidentialColumn.JOB_REQUEST.cell(uuid));
        requireNonNull(timeLimit, "timeLimit is null");
    }

    public JobDefinition(
            String uuid,
            String clusterUuid,
            int revision,
            JobMethod method,
            String creator,
            JobRequest request,
            Duration timeLimit) {
        this(uuid, clusterUuid, revision, method, creator, Confidential.of(request), timeLimit);
    }

    JobDefinition withRevision(int number) {
        return new JobDefinition(uuid, clusterUuid, number, method, creator, request, timeLimit);
    }
}
