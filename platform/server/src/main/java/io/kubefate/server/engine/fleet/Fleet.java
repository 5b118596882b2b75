package io.kubefate.server.engine.fleet;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.plan.Target;
import io.kubefate.server.kubernetes.ClusterFeed;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Observes a cluster whenever one of its objects changes, updates its stored status, and keeps the observation. A cluster with an active
 * job is observed when the job has ended. Every replica of the service does this independently.
 */
public final class Fleet implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Fleet.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    /** The kinds that every cluster has; watched from the start, so that the first cluster is noticed. */
    private static final List<ObjectRef> FIRST = List.of(
            new ObjectRef("apps/v1", "Deployment", "", ""),
            new ObjectRef("apps/v1", "StatefulSet", "", ""),
            new ObjectRef("v1", "ConfigMap", "", ""),
            new ObjectRef("v1", "Service", "", ""));

    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final Map<String, Observation> seen = new ConcurrentHashMap<>();
    private final Map<String, Instant> later = new HashMap<>();

    /** The last message for each cluster whose observation fails unexpectedly, which is logged once. */
    private final Map<String, String> defects = new HashMap<>();

    private final ClusterStore clusters;
    private final Kubernetes kubernetes;
    private final Clock clock;
    private final Duration pause;
    private final FleetListener listener;
    private final Thread thread = new Thread(this::run, "fleet");
    private volatile Instant lastLive = Instant.EPOCH;

    /**
     * Creates a fleet; {@link #start} begins to watch.
     *
     * @param pause how long changes are collected before their clusters are observed
     * @param listener called after each observation of an installed cluster
     */
    public Fleet(ClusterStore clusters, Kubernetes kubernetes, Clock clock, Duration pause, FleetListener listener) {
        this.clusters = clusters;
        this.kubernetes = kubernetes;
        this.clock = clock;
        this.pause = pause;
        this.listener = listener;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Returns the latest observation of a cluster; empty before the first one, and for a cluster that is not installed. */
    public Optional<Observation> observation(String uuid) {
        return Optional.ofNullable(seen.get(uuid))
                .map(last -> last.at(changed.contains(uuid) ? Instant.EPOCH : lastLive));
    }

    /** Returns the latest observations of all installed clusters, by id. */
    public Map<String, Observation> observations() {
        return Map.copyOf(seen);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(STOP_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (ClusterFeed feed = kubernetes.follow(changed::add)) {
            boolean begun = false;
            while (true) {
                begun = begun || hasBegun(feed);
                if (feed.isLive()) {
                    lastLive = clock.instant();
                }
                lookAtAll(feed);
                Thread.sleep(pause.toMillis());
            }
        } catch (InterruptedException | CancellationException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A cluster whose objects were all deleted while the service was down causes no event, so the service observes all clusters at first.
     */
    private boolean hasBegun(ClusterFeed feed) {
        try {
            feed.include(FIRST);
            changed.addAll(clusters.installed());
            return true;
        } catch (KubernetesException | JdbiException e) {
            LOG.debug("cannot watch the clusters yet: {}", e.getMessage());
            return false;
        }
    }

    private void lookAtAll(ClusterFeed feed) {
        Instant now = clock.instant();
        later.forEach((uuid, at) -> {
            if (!at.isAfter(now)) {
                changed.add(uuid);
            }
        });
        for (String uuid : List.copyOf(changed)) {
            if (!hasAnswered(uuid, feed)) {
                return;
            }
        }
    }

    /** Returns whether to continue with the next cluster: both Kubernetes and the database are available. */
    private boolean hasAnswered(String uuid, ClusterFeed feed) {
        // Before the observation: later changes are observed again.
        changed.remove(uuid);
        later.remove(uuid);
        try {
            lookAt(uuid, feed);
            defects.remove(uuid);
            return true;
        } catch (KubernetesException e) {
            changed.add(uuid);
            LOG.debug("cannot observe cluster {}: {}", uuid, e.getMessage());
            return e.kind() != KubernetesException.Kind.UNAVAILABLE;
        } catch (JdbiException e) {
            changed.add(uuid);
            LOG.debug("cannot watch the clusters at the moment: {}", e.getMessage());
            return false;
        } catch (RuntimeException e) {
            changed.add(uuid);
            if (!String.valueOf(e).equals(defects.put(uuid, String.valueOf(e)))) {
                LOG.error("cannot observe cluster {}", uuid, e);
            }
            return true;
        }
    }

    private void lookAt(String uuid, ClusterFeed feed) {
        Optional<ClusterRecord> cluster = clusters.find(uuid);
        switch (cluster.map(ClusterRecord::status).orElse(ClusterStatus.Deleted)) {
            case Running, Unavailable -> see(cluster.orElseThrow(), feed);
            case Failed, Deleted -> seen.remove(uuid);
            case Pending, Creating, Updating, Deleting -> {
                seen.remove(uuid);
                changed.add(uuid);
            }
        }
    }

    private void see(ClusterRecord cluster, ClusterFeed feed) {
        Target target = clusters.revision(cluster.uuid(), cluster.revision())
                .map(revision -> revision.target(cluster.owner()))
                .orElseThrow();
        feed.include(refs(target.objects()));
        Observation observation = Observation.of(kubernetes, cluster, target);
        ClusterStatus status = observation.reasons().isEmpty() ? ClusterStatus.Running : ClusterStatus.Unavailable;
        if (status != cluster.status()) {
            clusters.updateStatus(cluster.uuid(), cluster.status(), status, observation.observedAt());
        }
        seen.put(cluster.uuid(), observation);
        listener.seen(cluster, observation).ifPresent(at -> later.put(cluster.uuid(), at));
    }

    private static List<ObjectRef> refs(Collection<Manifest> objects) {
        return objects.stream().map(Manifest::ref).toList();
    }
}
