package io.kubefate.planning.manifest;

import java.util.List;

/** The order in which kinds are applied, so that no object waits for a later one. Objects are deleted in reverse order. */
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

    /** Returns the position of a kind; unknown kinds come last. */
    public static int rank(String kind) {
        int index = KINDS.indexOf(kind);
        return index < 0 ? KINDS.size() : index;
    }
}
