package io.kubefate.planning.manifest;

import java.util.List;

/** In which order kinds are applied, so that nothing waits for what comes later. Deleting goes the other way. */
public final class ApplyOrder {

    private static final List<String> KINDS = List.of(
            "NetworkPolicy",
            "ResourceQuota",
            "LimitRange",
            "ServiceAccount",
            "Secret",
            "ConfigMap",
            "PersistentVolumeClaim",
            "Role",
            "RoleBinding",
            "Service",
            "DaemonSet",
            "StatefulSet",
            "Deployment",
            "Job",
            "CronJob",
            "Ingress");

    private ApplyOrder() {}

    /** {@return the place of a kind; kinds that are not known come last} */
    public static int rank(String kind) {
        int index = KINDS.indexOf(kind);
        return index < 0 ? KINDS.size() : index;
    }
}
