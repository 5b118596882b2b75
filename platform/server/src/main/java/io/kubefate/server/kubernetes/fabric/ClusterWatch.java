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

/** Tells the health of one cluster whenever it has changed, from watches that cost nothing while nothing happens. */
final class ClusterWatch implements Watch {

    private final Supplier<String> nodeIp;
    private final Clock clock;
    private final ChangeNotifier<ClusterHealth> teller;
    private final ClusterCaches caches;
    private final CrashLogs crashLogs;
    private volatile boolean complete;

    /**
     * A watch that is not open yet.
     *
     * @param nodeIp asked before a health is told; may block
     * @param logs reads the last lines of a crashed container's log; may block
     * @param executor carries out what blocks
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
        this.teller =
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
        teller.close();
        caches.close();
    }

    /** Half a copy would look like a cluster that lacks something. */
    private void changed() {
        if (complete) {
            teller.signal();
        }
    }

    private ClusterHealth health() {
        ClusterObjects objects = caches.objects(nodeIp.get());
        ClusterObjects all = objects.withCrashLogs(crashLogs.of(CrashedContainer.of(objects.pods())));
        return ClusterDiagnosis.calculate(all, clock.instant());
    }
}
