package io.kubefate.plugin.testing.object;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Each workload selects its own pods and no others. */
final class SelectorRule implements ObjectRule {

    private static final Set<String> SELECTING = Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet");

    @Override
    public Stream<String> violations(ObjectSet objects) {
        List<Pod> pods = objects.pods();
        return pods.stream()
                .filter(pod -> SELECTING.contains(pod.workload().kind()))
                .flatMap(pod -> check(pod, pods));
    }

    private static Stream<String> check(Pod own, List<Pod> pods) {
        Selector selector = Selector.of(own.workload().spec());
        if (selector.isEmpty() || !selector.selects(own)) {
            return Stream.of(own.workload().ref() + " spec.selector: does not select its own pods, whose labels are "
                    + own.labels() + "; print the same labels in both places");
        }
        return pods.stream()
                .filter(pod -> !pod.equals(own) && selector.selects(pod))
                .map(pod -> own.workload().ref() + " spec.selector: also selects the pods of "
                        + pod.workload().ref() + "; give each workload its own label");
    }
}
