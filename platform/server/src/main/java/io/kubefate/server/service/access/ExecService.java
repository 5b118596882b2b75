package io.kubefate.server.service.access;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.kubernetes.access.ExecOptions;
import io.kubefate.server.kubernetes.access.PodAccess;
import io.kubefate.server.kubernetes.access.PodChannel;
import io.kubefate.server.kubernetes.access.PodContainer;
import io.kubefate.server.kubernetes.access.PodContainer.State;
import io.kubefate.server.store.cluster.ClusterRecord;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs commands in the containers of clusters, and logs the user, container and program of each. */
public final class ExecService {

    private static final Logger LOG = LoggerFactory.getLogger(ExecService.class);

    private final ClusterLookup clusters;
    private final PodAccess pods;

    public ExecService(ClusterLookup clusters, PodAccess pods) {
        this.clusters = requireNonNull(clusters, "clusters is null");
        this.pods = requireNonNull(pods, "pods is null");
    }

    /**
     * The container that a command runs in.
     *
     * @param module a module, container or pod
     * @param pod one of its pods; empty text for the first that is running
     * @param container one of its containers; empty text for the one with the name of the module, else the first
     */
    public record Place(String module, String pod, String container) {

        public Place {
            requireNonNull(module, "module is null");
            requireNonNull(pod, "pod is null");
            requireNonNull(container, "container is null");
        }
    }

    /**
     * Checks a request to run a command.
     *
     * @return starts the command
     * @throws KubefateException {@code NOT_FOUND}, {@code INVALID_REQUEST}, or a failure of Kubernetes
     */
    public Consumer<PodChannel.Listener> exec(String uuid, Place place, ExecOptions options, String user) {
        ClusterRecord cluster = clusters.find(uuid).orElseThrow(KubefateException::notFound);
        if (options.command().isEmpty() || options.command().get(0).isEmpty()) {
            throw new KubefateException(ErrorCode.INVALID_REQUEST, "command is required");
        }
        PodContainer container = choose(place, pods.containers(cluster.namespace(), cluster.uuid()));
        return listener -> {
            LOG.info(
                    "exec by {} in cluster {} ({}@{}), pod {}, container {}: {}, {} arguments",
                    user,
                    cluster.uuid(),
                    cluster.name(),
                    cluster.namespace(),
                    container.pod(),
                    container.name(),
                    printable(options.command().get(0)),
                    options.command().size() - 1); // passwords can be among them
            pods.exec(cluster.namespace(), container, options, listener);
        };
    }

    static PodContainer choose(Place place, List<PodContainer> containers) {
        if (place.module().isEmpty()) {
            throw new KubefateException(ErrorCode.INVALID_REQUEST, "module is required");
        }
        LogSelection selection = new LogSelection(place.module());
        selection.checked(containers);
        List<PodContainer> fitting = selection.of(containers.stream()
                .filter(container -> place.pod().isEmpty() || place.pod().equals(container.pod()))
                .filter(container ->
                        place.container().isEmpty() || place.container().equals(container.name()))
                .toList());
        List<PodContainer> running = fitting.stream()
                .filter(container -> container.state() == State.RUNNING)
                .sorted(Comparator.comparing(container -> !container.detail().isEmpty())) // running containers first
                .toList();
        return running.stream()
                .filter(container -> container.pod().equals(running.get(0).pod()))
                .filter(container -> container.name().equals(place.module()))
                .findFirst()
                .or(() -> running.stream().findFirst())
                .orElseThrow(() -> nothingRuns(place, fitting));
    }

    private static KubefateException nothingRuns(Place place, List<PodContainer> fitting) {
        List<String> states = fitting.stream()
                .map(container -> container.pod() + " " + container.name() + ": " + container.detail())
                .toList();
        return new KubefateException(
                ErrorCode.INVALID_REQUEST,
                "no container of " + place.module() + " is running"
                        + (place.pod().isEmpty() ? "" : " in pod " + place.pod())
                        + (place.container().isEmpty() ? "" : " with the name " + place.container())
                        + (states.isEmpty() ? "" : "; containers: " + states));
    }

    /** Replaces control characters, so that a command cannot add lines to the log. */
    private static String printable(String word) {
        return word.replaceAll("\\p{Cntrl}", "?");
    }
}
