package io.kubefate.planning.manifest;

import java.util.ArrayList;
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

    /** API servers queue what exceeds their limits; and a runner that has lost its lease can still write what it has begun. */
    private static final int GROUP = 8;

    private ApplyOrder() {}

    /** Returns the position of a kind; unknown kinds come last. */
    public static int rank(String kind) {
        int index = KINDS.indexOf(kind);
        return index < 0 ? KINDS.size() : index;
    }

    /**
     * Splits objects into small groups of one kind, which can be written concurrently.
     *
     * @param ordered in the order of application, or in its reverse
     * @return the same objects in the same order, at most eight in a group
     */
    public static List<List<Manifest>> groups(List<Manifest> ordered) {
        List<List<Manifest>> groups = new ArrayList<>();
        int begin = 0;
        for (int end = 1; end <= ordered.size(); end++) {
            if (end == ordered.size()
                    || end - begin == GROUP
                    || !ordered.get(end).kind().equals(ordered.get(begin).kind())) {
                groups.add(List.copyOf(ordered.subList(begin, end)));
                begin = end;
            }
        }
        return List.copyOf(groups);
    }
}
