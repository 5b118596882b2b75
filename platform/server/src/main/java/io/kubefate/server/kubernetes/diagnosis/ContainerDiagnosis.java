package io.kubefate.server.kubernetes.diagnosis;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.kubefate.planning.health.Reason;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the problem of a container of a pod. The waiting reasons are those that the kubelet sets. */
final class ContainerDiagnosis {

    private static final Set<String> IMAGE = Set.of(
            "ErrImagePull",
            "ImagePullBackOff",
            "InvalidImageName",
            "ErrImageNeverPull",
            "ImageInspectError",
            "RegistryUnavailable");
    private static final Set<String> CREATING = Set.of("ContainerCreating", "PodInitializing", "");
    private static final String BACK_OFF = "CrashLoopBackOff";
    private static final String PULL_FAILED = "Failed to pull image ";
    private static final Pattern CONFIG_MISSING = Pattern.compile(
            "(?i)(configmap|secret)\\b.*not found|find key|references non-existent (config|secret) key");

    private final EventLog events;
    private final Map<CrashedContainer, String> crashLogs;

    ContainerDiagnosis(EventLog events, Map<CrashedContainer, String> crashLogs) {
        this.events = events;
        this.crashLogs = crashLogs;
    }

    /** Returns the problem of an init container, which is expected to end. */
    Optional<Cause> initTrouble(Pod pod, ContainerStatus status) {
        return endedWell(status) ? Optional.empty() : trouble(pod, status);
    }

    /** Returns the problem of a container that is expected to run. */
    Optional<Cause> trouble(Pod pod, ContainerStatus status) {
        String waiting = waitingReason(status);
        if (IMAGE.contains(waiting)) {
            return Optional.of(imagePull(pod, status));
        }
        if (waiting.isEmpty() || waiting.equals(BACK_OFF) || CREATING.contains(waiting)) {
            return hasCrashed(status) ? Optional.of(crash(pod, status)) : Optional.empty();
        }
        return Optional.of(notCreated(pod, status));
    }

    /** Returns whether a message of the kubelet reports a missing ConfigMap, Secret or key. */
    static boolean isConfigMissing(String message) {
        return CONFIG_MISSING.matcher(message).find();
    }

    /** Returns the kubelet's reason why the container waits, or empty text. */
    static String waitingReason(ContainerStatus status) {
        return waiting(status).map(ContainerStateWaiting::getReason).orElse("");
    }

    /** Returns whether the container ended with exit code 0. */
    static boolean endedWell(ContainerStatus status) {
        return status.getState() != null
                && status.getState().getTerminated() != null
                && Objects.equals(status.getState().getTerminated().getExitCode(), 0);
    }

    private static boolean hasCrashed(ContainerStatus status) {
        boolean ended = status.getState() != null && status.getState().getTerminated() != null;
        boolean restarted = status.getRestartCount() != null && status.getRestartCount() > 0;
        return ended
                || waitingReason(status).equals(BACK_OFF)
                || (restarted && !Boolean.TRUE.equals(status.getReady()));
    }

    private Cause imagePull(Pod pod, ContainerStatus status) {
        String reported = events.latest(
                        pod.getMetadata().getUid(),
                        event -> EventLog.message(event).startsWith(PULL_FAILED + '"' + status.getImage() + '"'))
                .map(event -> EventLog.message(event).replaceFirst("^[^\"]*\"[^\"]*\":? *", ""))
                .orElse(waitingMessage(status));
        String message = "image %s of container %s cannot be pulled (%s); check registry, name, tag and pull policy, or"
                .formatted(status.getImage(), status.getName(), reported);
        return cause(
                Reason.Code.IMAGE_PULL,
                status.getImage(),
                pod,
                message + " mirror the image to a registry that the nodes can reach");
    }

    private Cause crash(Pod pod, ContainerStatus status) {
        String log = CrashedContainer.of(pod, status).map(crashLogs::get).orElse("");
        String end =
                CrashedContainer.lastEnd(status).map(ContainerDiagnosis::end).orElse("ended");
        String message = "container %s %s, restarted %d times%s"
                .formatted(
                        status.getName(),
                        end,
                        Objects.requireNonNullElse(status.getRestartCount(), 0),
                        log.isBlank() ? "" : "; the last lines of its log:\n" + log);
        return cause(Reason.Code.CRASH_LOOP, status.getName(), pod, message);
    }

    /** Returns how a container ended, for display. */
    static String end(ContainerStateTerminated terminated) {
        String reason = Objects.toString(terminated.getReason(), "");
        String reported = Objects.toString(terminated.getMessage(), "").strip();
        return "ended with exit code " + terminated.getExitCode()
                + (reason.isEmpty() ? "" : " (" + reason + ")")
                + (reason.equals("OOMKilled") ? ": it used more memory than its limit allows" : "")
                + (reported.isEmpty() ? "" : ": " + reported);
    }

    private static Cause notCreated(Pod pod, ContainerStatus status) {
        String reported = waitingMessage(status);
        String message = "container %s cannot be created (%s)".formatted(status.getName(), reported);
        return isConfigMissing(reported)
                ? cause(Reason.Code.CONFIG_MISSING, reported, pod, message)
                : cause(Reason.Code.POD_FAILED, status.getName(), pod, message);
    }

    private static Cause cause(Reason.Code code, String subject, Pod pod, String message) {
        return new Cause(code, subject, "Pod/" + pod.getMetadata().getName(), message);
    }

    private static String waitingMessage(ContainerStatus status) {
        String reason = waitingReason(status);
        return waiting(status)
                .map(ContainerStateWaiting::getMessage)
                .map(message -> reason + ": " + message)
                .orElse(reason);
    }

    private static Optional<ContainerStateWaiting> waiting(ContainerStatus status) {
        return Optional.ofNullable(status.getState()).map(state -> state.getWaiting());
    }
}
