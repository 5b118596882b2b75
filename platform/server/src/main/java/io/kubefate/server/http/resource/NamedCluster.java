package io.kubefate.server.http.resource;

import io.kubefate.api.ClusterArgs;
import io.kubefate.server.http.audit.AuditTrail;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.identity.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;

/** The cluster that the body of a request names. */
final class NamedCluster {

    private NamedCluster() {}

    /**
     * Adds the cluster to the audit of a request, and requires the permission to change it.
     *
     * @param namespaceOf finds the namespace of the cluster, or refuses the request
     * @return the request to change a cluster in this namespace and no other
     */
    static ClusterArgs requireChange(
            HttpServletRequest request, User user, ClusterArgs args, Function<ClusterArgs, String> namespaceOf) {
        AuditTrail trail = AuditTrail.of(request);
        trail.cluster(args.namespace(), args.name());
        String namespace = namespaceOf.apply(args);
        trail.cluster(namespace, args.name());
        user.require(Permission.CHANGE, namespace);
        return args.in(namespace);
    }
}
