package io.kubefate.server.kubernetes.fabric;

import static java.util.stream.Collectors.joining;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.kubefate.server.kubernetes.diagnosis.CrashedContainer;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads the last lines that a container wrote before it crashed. */
final class CrashLogReader {

    private static final int LINES = 10;
    private static final int MAX_LINE = 500;

    private final KubernetesClient client;

    CrashLogReader(KubernetesClient client) {
        this.client = client;
    }

    /** Returns the last lines; empty text if the log cannot be read, since it is optional. */
    String read(String namespace, CrashedContainer crashed) {
        try {
            PodResource pod = client.pods().inNamespace(namespace).withName(crashed.pod());
            var container = pod.inContainer(crashed.container());
            String log = isPrevious(pod.get(), crashed)
                    ? container.terminated().tailingLines(LINES).getLog()
                    : container.tailingLines(LINES).getLog();
            return shortened(Objects.toString(log, ""));
        } catch (KubernetesClientException exception) {
            return "";
        }
    }

    /** The kubelet keeps two logs: of the current instance, which may have ended, and of the previous one. */
    private static boolean isPrevious(Pod pod, CrashedContainer crashed) {
        return pod != null
                && Stream.concat(
                                pod.getStatus().getInitContainerStatuses().stream(),
                                pod.getStatus().getContainerStatuses().stream())
                        .map(ContainerStatus::getLastState)
                        .filter(last -> last != null && last.getTerminated() != null)
                        .anyMatch(last ->
                                crashed.instance().equals(last.getTerminated().getContainerID()));
    }

    private static String shortened(String log) {
        return log.lines()
                .map(line -> line.length() > MAX_LINE ? line.substring(0, MAX_LINE) + "…" : line)
                .collect(joining("\n"));
    }
}
