package io.kubefate.server.http.resource;

import io.kubefate.api.ClusterArgs;
import io.kubefate.server.http.audit.AuditTrail;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.identity.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The cluster that the body of a request names. */
final class NamedCluster {

    private NamedCluster() {}

    /**
     * Adds the cluster to the audit of a request, and requires the permission to change it.
     *
     * @param namespace of the cluster; empty if the request has none, and is therefore invalid
     * @return the audit of the request
     */
    static AuditTrail requireChange(
            HttpServletRequest request, User user, ClusterArgs args, Optional<String> namespace) {
        AuditTrail trail = AuditTrail.of(request);
        trail.cluster(namespace.orElse(""), args.name());
        namespace.ifPresent(place -> user.require(Permission.CHANGE, place));
        return trail;
    }
}
