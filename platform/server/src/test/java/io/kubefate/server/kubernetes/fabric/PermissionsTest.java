package io.kubefate.server.kubernetes.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.authorization.v1.ResourceRule;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceRuleBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which requests the rules of roles permit. */
class PermissionsTest {

    @Test
    void aRulePermitsItsVerbsGroupsAndResources() {
        Permissions permissions = permissions(rule("create", "apps", "deployments"));

        assertThat(permissions.allow("create", "apps", "deployments")).isTrue();
        assertThat(permissions.allow("delete", "apps", "deployments")).isFalse();
        assertThat(permissions.allow("create", "", "deployments")).isFalse();
        assertThat(permissions.allow("create", "apps", "statefulsets")).isFalse();
    }

    @Test
    void anAsteriskPermitsEverything() {
        assertThat(permissions(rule("*", "*", "*")).allow("delete", "networking.k8s.io", "ingresses"))
                .isTrue();
    }

    @Test
    void theRulesOfSeveralRolesAddUp() {
        Permissions permissions = permissions(rule("list", "", "services"), rule("create", "", "services"));

        assertThat(permissions.allow("create", "", "services")).isTrue();
    }

    @Test
    void aRuleForNamedObjectsDoesNotPermitAll() {
        ResourceRule named = new ResourceRuleBuilder(rule("patch", "", "configmaps"))
                .withResourceNames("settings")
                .build();

        assertThat(permissions(named).allow("patch", "", "configmaps")).isFalse();
    }

    private static Permissions permissions(ResourceRule... rules) {
        return new Permissions(List.of(rules));
    }

    private static ResourceRule rule(String verb, String group, String resource) {
        return new ResourceRuleBuilder()
                .withVerbs(verb)
                .withApiGroups(group)
                .withResources(resource)
                .build();
    }
}
