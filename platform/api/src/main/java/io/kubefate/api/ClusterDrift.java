package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * In what the live objects of a cluster differ from its revision.
 *
 * @param revision the revision's number
 * @param objects what would put it back, for each object that differs; empty if none does
 * @param observedAt until when this was true
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ClusterDrift(
        int revision,
        List<ObjectChange> objects,
        @JsonProperty("observed_at") Instant observedAt) {}
