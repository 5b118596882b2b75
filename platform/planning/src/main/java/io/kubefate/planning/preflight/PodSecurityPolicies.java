package io.kubefate.planning.preflight;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The PodSecurityPolicies that the pods of a cluster may use by its Roles. Kubernetes 1.25 and newer do not have them. */
public final class PodSecurityPolicies {

    static final String REMOVED =
            "Kubernetes 1.25 and newer have no PodSecurityPolicies: remove podSecurityPolicy from cluster.yaml, and"
                    + " set the Pod Security level of the namespace";

    static final String NOT_ALLOWED =
            "for podSecurityPolicy.enabled in cluster.yaml, the service creates an account with a role: allow it"
                    + " with rbac.podSecurityPolicy=true of the Helm chart, or remove the key";

    private static final String RESOURCE = "podsecuritypolicies";
    private static final String KIND = "PodSecurityPolicy";

    private PodSecurityPolicies() {}

    /** Returns the policies that the Roles among the objects grant. */
    public static List<ObjectRef> usedBy(List<Manifest> objects) {
        return objects.stream()
                .filter(object -> object.kind().equals("Role"))
                .flatMap(role -> list(role.content().get("rules"))
                        .filter(rule -> rule instanceof Map<?, ?> map
                                && list(map.get("resources")).anyMatch(RESOURCE::equals))
                        .flatMap(rule -> list(((Map<?, ?>) rule).get("resourceNames")))
                        .map(name ->
                                new ObjectRef("policy/v1beta1", KIND, role.ref().namespace(), String.valueOf(name))))
                .toList();
    }

    private static Stream<?> list(@Nullable Object value) {
        return value instanceof Collection<?> items ? items.stream() : Stream.of();
    }

    /** Returns whether the service has no permission for the kinds that only such a cluster has. */
    static boolean isDenied(List<String> denied) {
        Set<String> resources =
                Set.of("serviceaccounts", "roles.rbac.authorization.k8s.io", "rolebindings.rbac.authorization.k8s.io");
        return denied.stream().allMatch(text -> resources.contains(text.substring(text.indexOf(' ') + 1)));
    }

    /** Returns whether Kubernetes has no PodSecurityPolicies. */
    static boolean isUnserved(List<String> kinds) {
        return kinds.stream().anyMatch(kind -> kind.startsWith(KIND + " of "));
    }
}
