package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The changes that an install, update or rollback makes.
 *
 * @param operation {@code install}, {@code update}, {@code rollback}, or {@code drift} for a reconcile
 * @param clusterId the cluster's uuid; empty for an install
 * @param name the cluster's name
 * @param namespace its Kubernetes namespace
 * @param changes whether anything changes in Kubernetes
 * @param feasible whether no object and no preflight check prevents it
 * @param steps the Kubernetes Jobs that run first, one after the other; null if the server does not support steps
 * @param objects all objects, in the order in which they are applied, including those that do not change
 * @param modules the modules that change
 * @param data a sentence for each claim that is created, replaced, removed or kept, and for a rollback to an earlier chart
 *     version
 * @param dataLost a sentence for each workload whose pods restart or are deleted with data that no claim keeps; an update, rollback or
 *     reconcile must accept this; null if the server is older
 * @param warnings other consequences that a user may not expect; null if the server is older
 * @param preflight the results of the preflight checks
 * @param etag the version of the cluster that the plan is for, for {@code If-Match}; omitted for an install
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
        @JsonProperty("data_lost") List<String> dataLost,
        List<String> warnings,
        List<PreflightResult> preflight,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String etag) {

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the fields of a plan. What is not set is empty or false. */
    public static final class Builder {

        private String operation = "";
        private String clusterId = "";
        private String name = "";
        private String namespace = "";
        private boolean changes;
        private boolean feasible;
        private List<PlannedStep> steps = List.of();
        private List<ObjectChange> objects = List.of();
        private List<String> modules = List.of();
        private List<String> data = List.of();
        private List<String> dataLost = List.of();
        private List<String> warnings = List.of();
        private List<PreflightResult> preflight = List.of();
        private @Nullable String etag;

        private Builder() {}

        public Builder operation(String operation) {
            this.operation = operation;
            return this;
        }

        public Builder clusterId(String clusterId) {
            this.clusterId = clusterId;
            return this;
        }

        public Builder name(String name) {
            this.name = name;
            return this;
        }

        public Builder namespace(String namespace) {
            this.namespace = namespace;
            return this;
        }

        public Builder changes(boolean changes) {
            this.changes = changes;
            return this;
        }

        public Builder feasible(boolean feasible) {
            this.feasible = feasible;
            return this;
        }

        public Builder steps(List<PlannedStep> steps) {
            this.steps = steps;
            return this;
        }

        public Builder objects(List<ObjectChange> objects) {
            this.objects = objects;
            return this;
        }

        public Builder modules(List<String> modules) {
            this.modules = modules;
            return this;
        }

        public Builder data(List<String> data) {
            this.data = data;
            return this;
        }

        public Builder dataLost(List<String> dataLost) {
            this.dataLost = dataLost;
            return this;
        }

        public Builder warnings(List<String> warnings) {
            this.warnings = warnings;
            return this;
        }

        public Builder preflight(List<PreflightResult> preflight) {
            this.preflight = preflight;
            return this;
        }

        public Builder etag(@Nullable String etag) {
            this.etag = etag;
            return this;
        }

        public ClusterPlan build() {
            return new ClusterPlan(
                    operation, clusterId, name, namespace, changes, feasible, steps, objects, modules, data, dataLost,
                    warnings, preflight, etag);
        }
    }
}
