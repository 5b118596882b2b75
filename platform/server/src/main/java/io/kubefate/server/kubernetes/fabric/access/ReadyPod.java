package io.kubefate.server.kubernetes.fabric.access;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * A ready pod of a Service.
 *
 * @param pod the name of the pod
 * @param port the target port of the Service
 */
record ReadyPod(String pod, int port) {

    /** Returns the first of these pods, by name, that is ready and has the port. */
    static Optional<ReadyPod> of(Collection<Pod> pods, ServicePort port) {
        return pods.stream()
                .filter(ReadyPod::isReady)
                .sorted(Comparator.comparing(pod -> pod.getMetadata().getName()))
                .flatMap(pod ->
                        number(pod, port)
                                .map(number -> new ReadyPod(pod.getMetadata().getName(), number))
                                .stream())
                .findFirst();
    }

    private static boolean isReady(Pod pod) {
        return pod.getMetadata().getDeletionTimestamp() == null
                && pod.getStatus().getConditions().stream()
                        .anyMatch(condition ->
                                "Ready".equals(condition.getType()) && "True".equals(condition.getStatus()));
    }

    private static Optional<Integer> number(Pod pod, ServicePort port) {
        IntOrString target = port.getTargetPort();
        if (target == null) {
            return Optional.of(port.getPort());
        }
        if (target.getIntVal() != null) {
            return Optional.of(target.getIntVal());
        }
        return pod.getSpec().getContainers().stream()
                .flatMap(container -> container.getPorts().stream())
                .filter(candidate -> target.getStrVal().equals(candidate.getName()))
                .map(ContainerPort::getContainerPort)
                .findFirst();
    }
}
