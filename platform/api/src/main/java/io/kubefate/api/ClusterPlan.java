package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What an install, update or rollback would do, without doing it.
 *
 * @param operation {@code install}, {@code update}, {@code rollback}, or {@code drift} for what a reconcile would do
 * @param clusterId the cluster's uuid; empty text for an install
 * @param name the cluster's name
 * @param namespace its Kubernetes namespace
 * @param changes whether anything would change in Kubernetes
 * @param feasible whether nothing stands in the way: no object and no check
 * @param steps what runs first, each to its end, in this order; null from a service that knows no steps
 * @param objects every object, in the order of application; those that do not change too
 * @param modules the modules of which something changes
 * @param data what becomes of data: a sentence for each claim that is made, replaced, removed or kept, and for a rollback to an
 *     earlier chart version
 * @param preflight what was looked at before
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ClusterPlan(
        String operation,
        @JsonProperty("cluster_id") String clusterId,
        String name,
        String namespace,
        boolean changes,
        boolean feasible,
        List<PlannedStep> steps,
        List<ObjectChange> objects,
        List<String> modules,
        List<String> data,
        List<PreflightResult> preflight) {}
