package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * The difference between the live objects of a cluster and its revision.
 *
 * @param revision the number of the revision
 * @param objects for each object that differs, the change that a reconcile makes
 * @param observedAt when this was last observed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ClusterDrift(
        int revision,
        List<ObjectChange> objects,
        @JsonProperty("observed_at") Instant observedAt) {}
