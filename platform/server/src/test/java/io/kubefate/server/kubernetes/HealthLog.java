package io.kubefate.server.kubernetes;

import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.planning.health.Reason;
import io.kubefate.planning.health.WorkloadHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Listens to a watch and waits for reported states. */
public final class HealthLog implements Consumer<ClusterHealth> {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final List<ClusterHealth> told = new ArrayList<>();

    @Override
    public synchronized void accept(ClusterHealth health) {
        told.add(health);
        notifyAll();
    }

    synchronized List<ClusterHealth> told() {
        return List.copyOf(told);
    }

    /** Returns the first health that meets a condition, already reported or within the limit. */
    public synchronized ClusterHealth await(Predicate<ClusterHealth> condition) throws InterruptedException {
        Instant end = Instant.now().plus(LIMIT);
        for (int next = 0; ; next++) {
            while (next >= told.size()) {
                long left = Duration.between(Instant.now(), end).toMillis();
                if (left <= 0) {
                    throw new AssertionError("not told within " + LIMIT + "; told: " + told);
                }
                wait(left);
            }
            if (condition.test(told.get(next))) {
                return told.get(next);
            }
        }
    }

    /** Returns the first reason with a code, already reported or within the limit. */
    public Reason awaitReason(Reason.Code code) throws InterruptedException {
        return awaitReason(code, "");
    }

    /** Returns the first reason with a code whose message contains a text. */
    public Reason awaitReason(Reason.Code code, String text) throws InterruptedException {
        Predicate<Reason> wanted =
                reason -> reason.code() == code && reason.message().contains(text);
        return await(health -> health.reasons().stream().anyMatch(wanted)).reasons().stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    /** Returns the first health with workloads that are all ready. */
    public ClusterHealth awaitReady() throws InterruptedException {
        return await(health ->
                !health.workloads().isEmpty() && health.workloads().stream().allMatch(WorkloadHealth::ready));
    }
}
