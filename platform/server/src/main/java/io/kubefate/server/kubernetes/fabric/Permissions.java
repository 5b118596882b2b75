package io.kubefate.server.kubernetes.fabric;

import io.fabric8.kubernetes.api.model.authorization.v1.ResourceRule;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectRulesReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectRulesReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;

/**
 * What the service may do in a namespace, as far as Kubernetes lists it: what RBAC permits.
 *
 * @param rules the rules of all roles of the service's account
 */
record Permissions(List<ResourceRule> rules) {

    private static final String ANY = "*";

    Permissions {
        rules = List.copyOf(rules);
    }

    /** Reads the list with one request; it is empty if the service must not read it. */
    static Permissions read(KubernetesClient client, String namespace) {
        SelfSubjectRulesReview review = new SelfSubjectRulesReviewBuilder()
                .withNewSpec()
                .withNamespace(namespace)
                .endSpec()
                .build();
        return new Permissions(ApiErrors.ifAllowed(() -> client.authorization()
                        .v1()
                        .selfSubjectRulesReview()
                        .create(review)
                        .getStatus()
                        .getResourceRules())
                .orElse(List.of()));
    }

    /** Returns whether a rule permits a verb for all objects of a resource, such as {@code deployments} of group {@code apps}. */
    boolean allow(String verb, String group, String resource) {
        return rules.stream()
                .anyMatch(rule -> rule.getResourceNames().isEmpty()
                        && contains(rule.getVerbs(), verb)
                        && contains(rule.getApiGroups(), group)
                        && contains(rule.getResources(), resource));
    }

    private static boolean contains(List<String> names, String name) {
        return names.contains(ANY) || names.contains(name);
    }
}
