package io.kubefate.server.kubernetes.fabric;

import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.server.concurrent.ChangeNotifier;
import io.kubefate.server.kubernetes.Watch;
import io.kubefate.server.kubernetes.diagnosis.ClusterDiagnosis;
import io.kubefate.server.kubernetes.diagnosis.ClusterObjects;
import io.kubefate.server.kubernetes.diagnosis.CrashedContainer;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reports each change of the health of a cluster, from watches instead of polling. */
final class ClusterWatch implements Watch {

    private final Supplier<String> nodeIp;
    private final Clock clock;
    private final ChangeNotifier<ClusterHealth> notifier;
    private final ClusterCaches caches;
    private final CrashLogs crashLogs;
    private volatile boolean complete;

    /**
     * Creates a watch that is not open yet.
     *
     * @param nodeIp supplies the node address for each report; may block
     * @param logs reads the last lines of a crashed container's log; may block
     * @param executor runs the blocking calls
     */
    ClusterWatch(
            ClusterQueries queries,
            Supplier<String> nodeIp,
            Function<CrashedContainer, String> logs,
            Executor executor,
            ScheduledExecutorService scheduler,
            Consumer<ClusterHealth> onChange,
            Clock clock) {
        this.nodeIp = nodeIp;
        this.clock = clock;
        this.notifier =
                new ChangeNotifier<>(scheduler, ChangeNotifier.BURST, this::health, ClusterHealth::isSameAs, onChange);
        this.caches = new ClusterCaches(queries, this::changed);
        this.crashLogs = new CrashLogs(logs, executor, this::changed);
    }

    ClusterWatch open() {
        caches.start().thenRun(() -> {
            complete = true;
            changed();
        });
        return this;
    }

    @Override
    public void close() {
        notifier.close();
        caches.close();
    }

    /** Waits for complete caches, because an incomplete one would look like missing objects. */
    private void changed() {
        if (complete) {
            notifier.signal();
        }
    }

    private ClusterHealth health() {
        ClusterObjects objects = caches.objects(nodeIp.get());
        ClusterObjects all = objects.withCrashLogs(crashLogs.of(CrashedContainer.of(objects.pods())));
        return ClusterDiagnosis.calculate(all, clock.instant());
    }
}
