package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/**
 * A Kubernetes event of an object of a cluster.
 *
 * @param time when it last happened
 * @param type {@code Normal} or {@code Warning}
 * @param reason in one word, for example {@code FailedScheduling}
 * @param module the module of the object; may be empty
 * @param object its kind and name, for example {@code Pod/mysql-5d4…}
 * @param count how often it happened
 * @param message for people
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ClusterEvent(
        Instant time, String type, String reason, String module, String object, int count, String message) {}
