package io.kubefate.server.kubernetes.diagnosis;

import static java.util.stream.Collectors.joining;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.kubefate.planning.health.Reason;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the problem of a pod: its first stage that fails, since later failures follow from it. */
final class PodDiagnosis {

    private static final Set<String> START_FAILURES =
            Set.of("FailedMount", "FailedAttachVolume", "FailedMapVolume", "FailedCreatePodSandBox");
    private static final Set<String> STARTED = Set.of("Pulling", "Pulled", "Created", "Started");
    private static final String MOUNT_TIMEOUT = "Unable to attach or mount volumes";
    private static final Pattern ABOUT_CLAIMS =
            Pattern.compile("(?i)persistentvolumeclaim|persistent volume|storageclass|volume binding");

    private final EventLog events;
    private final Map<String, PersistentVolumeClaim> claims;
    private final ContainerDiagnosis containers;

    /**
     * Creates a diagnosis.
     *
     * @param claims the claims of the namespace, by name
     */
    PodDiagnosis(EventLog events, Map<String, PersistentVolumeClaim> claims, Map<CrashedContainer, String> crashLogs) {
        this.events = events;
        this.claims = claims;
        this.containers = new ContainerDiagnosis(events, crashLogs);
    }

    /** Returns the problems of the pod; empty if there are none. */
    List<Cause> troubles(Pod pod) {
        if (pod.getStatus() == null) {
            return List.of();
        }
        return Stream.of(failed(pod), unscheduled(pod), containerTroubles(pod), notStarted(pod))
                .filter(causes -> !causes.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Returns whether the pod has ended, so that Kubernetes replaces it. */
    static boolean isOver(Pod pod) {
        String phase = pod.getStatus() == null ? "" : pod.getStatus().getPhase();
        return "Failed".equals(phase) || "Succeeded".equals(phase);
    }

    private static List<Cause> failed(Pod pod) {
        if (!isOver(pod)) {
            return List.of();
        }
        String reported = Stream.of(pod.getStatus().getReason(), pod.getStatus().getMessage())
                .filter(Objects::nonNull)
                .collect(joining(": "));
        return List.of(cause(Reason.Code.POD_FAILED, reported, pod, "the pod has failed (%s)".formatted(reported)));
    }

    private List<Cause> unscheduled(Pod pod) {
        Optional<PodCondition> scheduled =
                condition(pod, "PodScheduled").filter(found -> "False".equals(found.getStatus()));
        if (scheduled.isEmpty()) {
            return List.of();
        }
        String reported =
                Objects.toString(scheduled.get().getMessage(), scheduled.get().getReason());
        if (ABOUT_CLAIMS.matcher(reported).find()) {
            return claimCauses(pod, reported);
        }
        String message = "no node can run the pod (%s); check node selectors, tolerations and resource requests"
                .formatted(reported);
        return List.of(cause(Reason.Code.UNSCHEDULABLE, reported, pod, message));
    }

    /** Reports nothing if all claims are bound, even if the scheduler has not retried yet. */
    private List<Cause> claimCauses(Pod pod, String reported) {
        List<String> used = pod.getSpec().getVolumes().stream()
                .filter(volume -> volume.getPersistentVolumeClaim() != null)
                .map(volume -> volume.getPersistentVolumeClaim().getClaimName())
                .toList();
        return used.stream()
                .filter(name -> !isBound(name))
                .map(name -> unbound(name, reported))
                .toList();
    }

    private boolean isBound(String claim) {
        return claims.containsKey(claim)
                && "Bound".equals(claims.get(claim).getStatus().getPhase());
    }

    private Cause unbound(String name, String schedulerSaid) {
        Optional<PersistentVolumeClaim> claim = Optional.ofNullable(claims.get(name));
        String storageClass =
                claim.map(found -> found.getSpec().getStorageClassName()).orElse("");
        String reported = claim.map(PersistentVolumeClaim::getMetadata)
                .map(ObjectMeta::getUid)
                .flatMap(events::latest)
                .map(EventLog::message)
                .orElse(schedulerSaid);
        String message = "claim %s%s has no volume (%s); choose an existing storage class or claim, or create a volume"
                .formatted(name, storageClass.isEmpty() ? "" : " of storage class " + storageClass, reported);
        return new Cause(Reason.Code.CLAIM_UNBOUND, name, "PersistentVolumeClaim/" + name, message);
    }

    private List<Cause> containerTroubles(Pod pod) {
        return Stream.concat(
                        pod.getStatus().getInitContainerStatuses().stream()
                                .flatMap(status -> containers.initTrouble(pod, status).stream()),
                        pod.getStatus().getContainerStatuses().stream()
                                .flatMap(status -> containers.trouble(pod, status).stream()))
                .toList();
    }

    /** Volumes and the sandbox precede images: an event about an image shows that they have succeeded. */
    private List<Cause> notStarted(Pod pod) {
        if (condition(pod, "Ready")
                        .filter(ready -> "True".equals(ready.getStatus()))
                        .isPresent()
                || runs(pod)) {
            return List.of();
        }
        String uid = pod.getMetadata().getUid();
        Predicate<Event> failure = EventLog.reason(START_FAILURES);
        Predicate<Event> relevant = event -> !EventLog.message(event).startsWith(MOUNT_TIMEOUT);
        return events.standing(uid, failure.and(relevant), STARTED)
                .or(() -> events.standing(uid, failure, STARTED))
                .map(event -> List.of(notStarted(pod, EventLog.message(event))))
                .orElse(List.of());
    }

    /** A container that runs has its volumes and sandbox, whatever earlier events report. */
    private static boolean runs(Pod pod) {
        return Stream.concat(
                        pod.getStatus().getInitContainerStatuses().stream(),
                        pod.getStatus().getContainerStatuses().stream())
                .map(ContainerStatus::getState)
                .anyMatch(state -> state != null && state.getRunning() != null);
    }

    private static Cause notStarted(Pod pod, String reported) {
        boolean configMissing = ContainerDiagnosis.isConfigMissing(reported);
        Reason.Code code = configMissing ? Reason.Code.CONFIG_MISSING : Reason.Code.POD_FAILED;
        return cause(code, reported, pod, "the pod cannot start (%s)".formatted(reported));
    }

    private static Optional<PodCondition> condition(Pod pod, String type) {
        return pod.getStatus().getConditions().stream()
                .filter(condition -> type.equals(condition.getType()))
                .findFirst();
    }

    private static Cause cause(Reason.Code code, String subject, Pod pod, String message) {
        return new Cause(code, subject, "Pod/" + pod.getMetadata().getName(), message);
    }
}
