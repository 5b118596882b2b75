package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A Helm release that the original KubeFATE installed.
 *
 * @param name the name of the release, and of the cluster
 * @param namespace the Kubernetes namespace
 * @param chartName for example {@code fate}
 * @param chartVersion for example {@code v1.5.0}
 * @param revision the deployed revision of the release
 * @param status the status of its newest revision, as Helm shows it, for example {@code deployed}
 * @param deployedAt when Helm deployed the revision, as Helm writes it
 * @param served whether a plugin serves its chart; otherwise it can be adopted only as it is
 * @param needsFile whether the service has no cluster.yaml of it and cannot derive one, so that the request must contain it
 * @param obstacle why it cannot be adopted; empty if it can
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AdoptableRelease(
        String name,
        String namespace,
        @JsonProperty("chart_name") String chartName,
        @JsonProperty("chart_version") String chartVersion,
        int revision,
        String status,
        @JsonProperty("deployed_at") String deployedAt,
        boolean served,
        @JsonProperty("needs_file") boolean needsFile,
        String obstacle) {

    /** Returns it as a release of which the service has the cluster.yaml. */
    public AdoptableRelease withFile() {
        return new AdoptableRelease(
                name, namespace, chartName, chartVersion, revision, status, deployedAt, served, false, obstacle);
    }
}
