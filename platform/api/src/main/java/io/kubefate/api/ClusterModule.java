package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * The live state of a module of a cluster.
 *
 * @param name the module, for example {@code python}
 * @param status the worst of its workloads: {@code Available}, {@code Progressing}, {@code ReplicaFailure} or {@code Missing}
 * @param pods its pods by name, also those that a rollout replaces
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ClusterModule(String name, String status, List<ClusterPod> pods) {}
