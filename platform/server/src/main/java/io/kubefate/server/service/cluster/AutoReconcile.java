package io.kubefate.server.service.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.api.RollbackArgs;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.plan.Change;
import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.server.engine.fleet.FleetListener;
import io.kubefate.server.engine.fleet.Observation;
import io.kubefate.server.service.audit.AuditedObject;
import io.kubefate.server.service.audit.OwnChanges;
import io.kubefate.server.service.spec.SpecIntake;
import io.kubefate.server.store.cluster.ClusterRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reconciles clusters whose cluster.yaml sets {@code autoReconcile: true}. The pause doubles for a cluster that drifts again soon, because
 * another owner seems to change it.
 */
public final class AutoReconcile implements FleetListener {

    /** The creator of such a revision. */
    public static final String USER = "autoReconcile";

    private static final Logger LOG = LoggerFactory.getLogger(AutoReconcile.class);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** The number of pauses without drift after which the pause is reset. */
    private static final int CALM_PAUSES = 3;

    private final Map<String, Attempt> attempts = new HashMap<>();
    private final DriftService drifts;
    private final SpecIntake specs;
    private final OwnChanges audit;
    private final Clock clock;

    public AutoReconcile(DriftService drifts, SpecIntake specs, OwnChanges audit, Clock clock) {
        this.drifts = requireNonNull(drifts, "drifts is null");
        this.specs = requireNonNull(specs, "specs is null");
        this.audit = requireNonNull(audit, "audit is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    private record Attempt(Instant at, Duration pause) {

        Instant next() {
            return at.plus(pause);
        }

        Attempt again(Instant now) {
            boolean calm = now.isAfter(at.plus(pause.multipliedBy(CALM_PAUSES)));
            Duration doubled = pause.multipliedBy(2);
            return new Attempt(now, calm ? SHORTEST : doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled);
        }
    }

    @Override
    public Optional<Instant> seen(ClusterRecord cluster, Observation observation) {
        List<Change> changes = observation.drift().changes();
        boolean possible = changes.stream().noneMatch(change -> change.action().blocks());
        if (changes.isEmpty() || !possible || !isWanted(cluster)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<Attempt> last = Optional.ofNullable(attempts.get(cluster.uuid()));
        Optional<Instant> next = last.map(Attempt::next).filter(now::isBefore);
        if (next.isPresent()) {
            return next;
        }
        Attempt attempt = last.map(earlier -> earlier.again(now)).orElse(new Attempt(now, SHORTEST));
        attempts.put(cluster.uuid(), attempt);
        reconcile(cluster, changes);
        return Optional.of(attempt.next());
    }

    private void report(ClusterRecord cluster, List<Change> changes, Job job) {
        LOG.info(
                "reconciling cluster {}: {}",
                cluster.name(),
                changes.stream().map(Change::text).toList());
        audit.record(
                "reconcile",
                new AuditedObject(AuditedObject.CLUSTER, cluster.namespace(), cluster.name(), cluster.uuid()),
                "job " + job.uuid());
    }

    private boolean isWanted(ClusterRecord cluster) {
        return specs.read(cluster.spec().value())
                .find(SpecValidator.AUTO_RECONCILE)
                .filter(Boolean.TRUE::equals)
                .isPresent();
    }

    private void reconcile(ClusterRecord cluster, List<Change> changes) {
        try {
            drifts.reconcile(cluster.uuid(), new RollbackArgs(null, null, null, null, null), Submission.by(USER))
                    .ifPresent(job -> report(cluster, changes, job));
        } catch (KubefateException e) {
            // An active job may be that of another replica.
            if (e.code() != ErrorCode.JOB_ACTIVE) {
                LOG.warn("cannot reconcile cluster {}: {}", cluster.name(), e.getMessage());
            }
        }
    }
}
