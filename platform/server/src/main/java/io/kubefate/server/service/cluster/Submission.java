package io.kubefate.server.service.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.store.request.KeyedRequest;
import io.kubefate.server.store.request.Precondition;
import io.kubefate.server.store.request.RequestConditions;
import java.util.Set;

/**
 * Who requests a change of a cluster, and under which conditions.
 *
 * @param user the creator of the job
 * @param force whether failed preflight rules are ignored
 */
public record Submission(String user, boolean force, RequestConditions conditions) {

    public Submission {
        requireNonNull(user, "user is null");
        requireNonNull(conditions, "conditions is null");
    }

    /** Returns a submission without conditions. */
    public static Submission by(String user) {
        return new Submission(user, false, RequestConditions.NONE);
    }

    public Submission forced(boolean ignored) {
        return new Submission(user, ignored, conditions);
    }

    /** Returns a submission for certain versions of the cluster; for any if there are none. */
    public Submission forVersions(Set<String> tags) {
        return new Submission(user, force, conditions.with(new Precondition(tags)));
    }

    /**
     * Returns a submission that is accepted only once.
     *
     * @param key chosen by the client
     * @param fingerprint a hash of the request, by which a repetition is recognized
     */
    public Submission once(String key, String fingerprint) {
        return new Submission(user, force, conditions.with(KeyedRequest.of(user, key, fingerprint)));
    }
}
