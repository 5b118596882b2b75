package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pod of a cluster.
 *
 * @param name its name
 * @param status as kubectl shows it: {@code Running} or another phase, or what keeps it from running, for example {@code CrashLoopBackOff}
 * @param ready how many of its containers are ready
 * @param containers how many containers it has
 * @param node its node; empty until it is scheduled
 * @param createdAt when it was created
 * @param restarts how often its containers were restarted
 * @param lastTermination how the container that ended last has ended; omitted if none has
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ClusterPod(
        String name,
        String status,
        int ready,
        int containers,
        String node,
        Instant createdAt,
        int restarts,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ContainerTermination lastTermination) {}
