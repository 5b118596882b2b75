package io.kubefate.server.kubernetes.sandbox;

import io.kubefate.planning.health.Reason;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.server.concurrent.ChangeNotifier;
import io.kubefate.server.kubernetes.BatchJobState;
import io.kubefate.server.kubernetes.Watch;
import io.kubefate.server.kubernetes.sandbox.SandboxImages.Outcome;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Simulates Jobs: each ends after a delay, with a failure if one of its images fails. */
final class SandboxBatchJobs {

    private final Map<Object, BatchJobState> ends = new ConcurrentHashMap<>();
    private final Set<Object> begun = ConcurrentHashMap.newKeySet();
    private final Set<ChangeNotifier<BatchJobState>> watches = ConcurrentHashMap.newKeySet();
    private final SandboxObjects objects;
    private final ScheduledExecutorService scheduler;
    private final Duration duration;
    private final SandboxImages outcomes;

    /**
     * @param duration the duration of a Job
     * @param outcomes supplies the outcome when a Job ends
     */
    SandboxBatchJobs(
            SandboxObjects objects, ScheduledExecutorService scheduler, Duration duration, SandboxImages outcomes) {
        this.objects = objects;
        this.scheduler = scheduler;
        this.duration = duration;
        this.outcomes = outcomes;
    }

    /** Starts a new Job; ignores other objects. */
    void applied(Manifest stored) {
        if (stored.kind().equals("Job") && begun.add(SandboxObjects.uid(stored))) {
            scheduler.schedule(() -> end(stored), duration.toMillis(), TimeUnit.MILLISECONDS);
            changed();
        }
    }

    void changed() {
        watches.forEach(ChangeNotifier::signal);
    }

    Watch follow(ObjectRef job, Consumer<BatchJobState> onChange) {
        ChangeNotifier<BatchJobState> notifier =
                new ChangeNotifier<>(scheduler, Duration.ZERO, () -> state(job), BatchJobState::equals, onChange);
        watches.add(notifier);
        notifier.signal();
        return () -> {
            watches.remove(notifier);
            notifier.close();
        };
    }

    String log(ObjectRef job) {
        return objects.find(job)
                .map(found -> "the sandbox runs no container of " + String.join(", ", images(found)) + "\n")
                .orElse("");
    }

    private BatchJobState state(ObjectRef job) {
        return objects.find(job)
                .map(found -> ends.getOrDefault(
                        SandboxObjects.uid(found),
                        new BatchJobState(BatchJobState.Phase.ACTIVE, 0, "", List.of(starting(job)))))
                .orElse(BatchJobState.ABSENT);
    }

    private static Reason starting(ObjectRef job) {
        return new Reason(job.name(), Reason.Code.STARTING, job.toString(), "the sandbox simulates its duration");
    }

    private void end(Manifest job) {
        List<String> images = images(job);
        if (images.stream().anyMatch(image -> outcomes.outcome(image) == Outcome.NEVER_ENDS)) {
            return;
        }
        Optional<String> failing = images.stream()
                .filter(image -> outcomes.outcome(image) == Outcome.CANNOT_BE_PULLED)
                .findFirst();
        ends.put(
                SandboxObjects.uid(job),
                failing.map(image -> new BatchJobState(
                                BatchJobState.Phase.FAILED, 1, "the sandbox has no image " + image, List.of()))
                        .orElseGet(() -> new BatchJobState(BatchJobState.Phase.SUCCEEDED, 0, "", List.of())));
        changed();
    }

    private static List<String> images(Manifest job) {
        Map<String, Object> pod = Manifest.map(Manifest.map(job.spec(), "template"), "spec");
        return Stream.of("initContainers", "containers")
                .flatMap(key -> pod.get(key) instanceof Collection<?> containers ? containers.stream() : Stream.of())
                .map(container -> container instanceof Map<?, ?> map ? map.get("image") : null)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }
}
