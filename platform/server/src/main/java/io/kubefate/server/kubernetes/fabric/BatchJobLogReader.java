package io.kubefate.server.kubernetes.fabric;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.diagnosis.BatchJobDiagnosis;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

/** Reads the logs of the pods of a Job, oldest pod first. */
final class BatchJobLogReader {

    private static final int BLOCK = 8192;

    private final KubernetesClient client;

    BatchJobLogReader(KubernetesClient client) {
        this.client = client;
    }

    /** Returns the end of the log; with headings if there is more than one container. */
    String read(ObjectRef ref, int maxBytes) {
        Job job = client.batch()
                .v1()
                .jobs()
                .inNamespace(ref.namespace())
                .withName(ref.name())
                .get();
        if (job == null) {
            return "";
        }
        List<Source> sources = sources(job);
        TextTail tail = new TextTail(maxBytes, "(earlier lines are left out)\n");
        for (Source source : sources) {
            if (sources.size() > 1) {
                tail.add("==> pod %s, container %s <==\n".formatted(source.pod(), source.container()));
            }
            copy(ref.namespace(), source, tail);
        }
        return tail.text();
    }

    private List<Source> sources(Job job) {
        List<Pod> pods = client.pods()
                .inNamespace(job.getMetadata().getNamespace())
                .withLabel(BatchJobWatch.JOB_NAME, job.getMetadata().getName())
                .list()
                .getItems();
        return BatchJobDiagnosis.pods(job, pods).stream()
                .filter(pod -> pod.getStatus() != null)
                .flatMap(BatchJobLogReader::sources)
                .toList();
    }

    private static Stream<Source> sources(Pod pod) {
        return Stream.concat(
                        pod.getStatus().getInitContainerStatuses().stream(),
                        pod.getStatus().getContainerStatuses().stream())
                .filter(BatchJobLogReader::hasStarted)
                .map(status -> new Source(pod.getMetadata().getName(), status.getName()));
    }

    private static boolean hasStarted(ContainerStatus status) {
        return status.getState() != null && status.getState().getWaiting() == null;
    }

    /** Skips a log that the node no longer has. */
    private void copy(String namespace, Source source, TextTail tail) {
        byte[] block = new byte[BLOCK];
        try (InputStream log = client.pods()
                .inNamespace(namespace)
                .withName(source.pod())
                .inContainer(source.container())
                .getLogInputStream()) {
            for (int read = log.read(block); read >= 0; read = log.read(block)) {
                tail.add(block, read);
            }
        } catch (KubernetesClientException e) {
            if (!ApiErrors.isNotFound(e)) {
                throw e;
            }
        } catch (IOException e) {
            throw new KubernetesException(
                    KubernetesException.Kind.UNAVAILABLE,
                    "read the log of pod " + source.pod() + ": " + e.getMessage(),
                    e);
        }
    }

    private record Source(String pod, String container) {}
}
