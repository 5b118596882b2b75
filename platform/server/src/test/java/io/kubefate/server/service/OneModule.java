package io.kubefate.server.service;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.FateDistribution;
import io.kubefate.spi.ModuleSpec;
import io.kubefate.spi.Problem;
import io.kubefate.spi.ReleaseKey;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A distribution of one module, whose images come from {@code registry} with the pull secret {@code secret}. */
final class OneModule implements FateDistribution {

    static final String TEMPLATE = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: python
            spec:
              template:
                spec:
            <#if secret?has_content>
                  imagePullSecrets:
                    - name: ${secret}
            </#if>
                  initContainers:
                    - name: wait
                      image: ${registry + "/fate/python:1"}
                  containers:
                    - name: python
                      image: ${registry + "/fate/python:1"}
                      imagePullPolicy: Always
                    - name: more
                      image: ${registry + "/fate/python:2"}
            """;

    @Override
    public Set<ReleaseKey> releases() {
        return Set.of(new ReleaseKey("test", "v1", ""));
    }

    @Override
    public List<ModuleSpec> modules() {
        return List.of(new ModuleSpec("python", "the one", List.of("python.yaml.ftl")));
    }

    @Override
    public String schema() {
        return "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"}";
    }

    @Override
    public String example() {
        return "";
    }

    @Override
    public List<Problem> validate(ClusterSpec spec) {
        return List.of(Problem.warning("", "doubtful"));
    }

    @Override
    public Map<String, Object> model(ClusterSpec spec) {
        return spec.values();
    }
}
