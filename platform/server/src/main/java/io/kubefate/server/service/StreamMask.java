package io.kubefate.server.service;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.plan.Mask;
import io.kubefate.server.engine.RevisionMask;
import io.kubefate.server.store.ClusterStore;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Masks the passwords of a cluster in what a stream sends. A stream can last for days, so it looks from time to time whether the cluster has
 * other passwords, and whether the user may still see them.
 */
public final class StreamMask {

    private static final Logger LOG = LoggerFactory.getLogger(StreamMask.class);

    /** Shorter than the start of a pod that has a new password. */
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final ClusterStore clusters;
    private final String cluster;
    private final BooleanSupplier isMasked;
    private boolean masked;
    private Optional<Mask> mask = Optional.empty();
    private int revision;
    private long lookedAt;

    StreamMask(ClusterStore clusters, String cluster, BooleanSupplier isMasked) {
        this.clusters = requireNonNull(clusters, "clusters is null");
        this.cluster = requireNonNull(cluster, "cluster is null");
        this.isMasked = requireNonNull(isMasked, "isMasked is null");
        look();
    }

    /** Masks a line of a log. */
    public synchronized String line(String line) {
        lookAgain();
        return masked ? mask.map(known -> known.text(line)).orElse(Mask.HIDDEN) : line;
    }

    /**
     * Masks an item of an answer.
     *
     * @param json returns the JSON of an item, as maps, lists and scalars; only called for an item that is masked
     */
    public synchronized Object item(Object item, UnaryOperator<Object> json) {
        lookAgain();
        return masked
                ? mask.map(known -> MaskedItem.of(json.apply(item), known)).orElse(Mask.HIDDEN)
                : item;
    }

    private void lookAgain() {
        if (System.nanoTime() - lookedAt < INTERVAL.toNanos()) {
            return;
        }
        try {
            look();
        } catch (RuntimeException e) {
            LOG.debug("the passwords of cluster {} are not read, keeping the last ones", cluster, e);
        }
    }

    private void look() {
        lookedAt = System.nanoTime();
        masked = isMasked.getAsBoolean();
        int last = masked ? clusters.lastRevision(cluster) : revision;
        if (masked && (mask.isEmpty() || last != revision)) {
            mask = Optional.of(RevisionMask.of(clusters.revisions(cluster, 0)));
            revision = last;
        }
    }
}
