package io.kubefate.server.engine.fleet;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.plan.Target;
import io.kubefate.server.kubernetes.ClusterFeed;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.store.ClusterRecord;
import io.kubefate.server.store.ClusterStatus;
import io.kubefate.server.store.ClusterStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a cluster whenever one of its objects has changed, keeps its stored status true, and remembers what was seen. A cluster
 * that has a job is looked at when the job has ended. Every replica of the service does this for itself.
 */
public final class Fleet implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Fleet.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    /** What every cluster is made of: followed before there is one, so that the first one is seen. */
    private static final List<ObjectRef> FIRST = List.of(
            new ObjectRef("apps/v1", "Deployment", "", ""),
            new ObjectRef("apps/v1", "StatefulSet", "", ""),
            new ObjectRef("v1", "ConfigMap", "", ""),
            new ObjectRef("v1", "Service", "", ""));

    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final Map<String, Observation> seen = new ConcurrentHashMap<>();
    private final Map<String, Instant> later = new HashMap<>();
    private final ClusterStore clusters;
    private final Kubernetes kubernetes;
    private final Clock clock;
    private final Duration pause;
    private final FleetListener listener;
    private final Thread thread = new Thread(this::run, "fleet");
    private volatile Instant lastLive = Instant.EPOCH;

    /**
     * A fleet that is not watched before {@link #start}.
     *
     * @param clusters where clusters and their revisions are
     * @param kubernetes where they run
     * @param clock the time
     * @param pause how long changes are gathered before their clusters are looked at
     * @param listener called after each look at a cluster that is installed
     */
    public Fleet(ClusterStore clusters, Kubernetes kubernetes, Clock clock, Duration pause, FleetListener listener) {
        this.clusters = clusters;
        this.kubernetes = kubernetes;
        this.clock = clock;
        this.pause = pause;
        this.listener = listener;
        thread.setDaemon(true);
    }

    /** Begins to watch. */
    public void start() {
        thread.start();
    }

    /**
     * What is known of a cluster.
     *
     * @param uuid its id
     * @return what was seen; empty before the first look, and for a cluster that is not installed
     */
    public Optional<Observation> observation(String uuid) {
        return Optional.ofNullable(seen.get(uuid))
                .map(last -> last.at(changed.contains(uuid) ? Instant.EPOCH : lastLive));
    }

    /** {@return what is known of all installed clusters, by id} */
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A cluster that has lost every object while nobody looked is told by nothing, so at first all are looked at. */
    private boolean hasBegun(ClusterFeed feed) {
        try {
            feed.include(FIRST);
            clusters.list(false).forEach(cluster -> changed.add(cluster.uuid()));
            return true;
        } catch (KubernetesException | JdbiException e) {
            LOG.debug("the clusters cannot be watched yet: {}", e.getMessage());
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

    /** {@return whether it makes sense to ask for another cluster: neither Kubernetes nor the database is away} */
    private boolean hasAnswered(String uuid, ClusterFeed feed) {
        // Before the look: what changes meanwhile is looked at again.
        changed.remove(uuid);
        later.remove(uuid);
        try {
            lookAt(uuid, feed);
            return true;
        } catch (KubernetesException e) {
            changed.add(uuid);
            LOG.debug("cluster {} cannot be looked at: {}", uuid, e.getMessage());
            return e.kind() == KubernetesException.Kind.REFUSED;
        } catch (JdbiException e) {
            changed.add(uuid);
            LOG.debug("the clusters cannot be watched at the moment: {}", e.getMessage());
            return false;
        } catch (RuntimeException e) {
            LOG.error("cluster {} could not be looked at", uuid, e);
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
