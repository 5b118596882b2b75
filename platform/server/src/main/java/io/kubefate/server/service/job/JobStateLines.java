package io.kubefate.server.service.job;

import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobEvent;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.job.JobMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Derives the state lines of a job from its events, for people and existing clients. No code reads them back. The lines that clients of
 * KubeFATE know keep its wording.
 */
public final class JobStateLines {

    /** The reasons whose repeated lines are numbered. */
    private static final Set<JobEventReason> NUMBERED = Set.of(
            JobEventReason.MODULE_TROUBLE,
            JobEventReason.MODULE_RECOVERED,
            JobEventReason.STEP_TROUBLE,
            JobEventReason.STEP_RECOVERED,
            JobEventReason.KUBERNETES_UNAVAILABLE,
            JobEventReason.KUBERNETES_ANSWERS,
            JobEventReason.REQUEST_POSTPONED);

    /** The length from which on a message is printed only once: many modules can have the same. */
    private static final int LONG_MESSAGE = 160;

    /** The reasons that end the waiting for the objects of an install. */
    private static final Set<JobEventReason> END_OF_WAITING = Set.of(
            JobEventReason.READY,
            JobEventReason.TIME_LIMIT_REACHED,
            JobEventReason.STOP_SEEN,
            JobEventReason.GOING_BACK,
            JobEventReason.FAILED,
            JobEventReason.INTERNAL_ERROR);

    private final JobMethod method;
    private final Instant waitedUntil;
    private final Map<String, String> reported = new HashMap<>();

    private JobStateLines(JobMethod method, Instant waitedUntil) {
        this.method = method;
        this.waitedUntil = waitedUntil;
    }

    /**
     * Returns the lines of a job of this method, oldest first. An event has zero or more lines.
     *
     * @param now limits the seconds that a job which has not ended shows as its waiting time
     */
    public static List<String> of(JobMethod method, List<JobEvent> events, Instant now) {
        JobStateLines lines = new JobStateLines(method, endOfWaiting(events).orElse(now));
        return events.stream().flatMap(lines::numbered).toList();
    }

    private static Optional<Instant> endOfWaiting(List<JobEvent> events) {
        return events.stream()
                .filter(event -> END_OF_WAITING.contains(event.reason()))
                .map(JobEvent::at)
                .findFirst();
    }

    private Stream<String> numbered(JobEvent event) {
        boolean again = event.occurrence() > 0 && NUMBERED.contains(event.reason());
        return again ? of(event).map(line -> line + " (" + (event.occurrence() + 1) + ")") : of(event);
    }

    private Stream<String> of(JobEvent event) {
        return switch (event.reason()) {
            case IMPORTED -> event.details().texts("states").stream();
            case STARTED, CLUSTER_STORED, NAMESPACE_CREATED, PLAN_MADE, APPLIED, PRUNE_FAILED, READY, UNINSTALLED ->
                forward(event);
            case RELEASE_ADOPTED, RELEASE_RESTORED, RELEASE_GONE -> Stream.of(ReleaseStateLine.of(event));
            case OBJECT_CONFLICT, REPLACING_FOREIGN, FOREIGN_OBJECT_HELD, OBJECT_HELD, OBJECT_LEFT ->
                Stream.of(ObjectStateLine.of(event));
            case STUCK_POD_DELETED, STUCK_POD_KEPT, OBJECTS_KEPT, CLAIM_KEPT -> Stream.of(ObjectStateLine.of(event));
            case STEP_STARTED,
                    STEP_SUCCEEDED,
                    STEP_FAILED,
                    STEP_ATTEMPT_FAILED,
                    STEP_STOPPED,
                    STEP_TIME_LIMIT_REACHED,
                    STEP_TROUBLE,
                    STEP_RECOVERED,
                    LOG_UNREADABLE -> Stream.of(StepStateLine.of(event));
            case MODULE_TROUBLE,
                    MODULE_RECOVERED,
                    NOT_READY,
                    KUBERNETES_UNAVAILABLE,
                    KUBERNETES_ANSWERS,
                    REQUEST_POSTPONED -> Stream.of(problem(event));
            case STOP_SEEN,
                    DELETE_FOLLOWS,
                    TIME_LIMIT_REACHED,
                    GOING_BACK,
                    NO_WAY_BACK,
                    RETURNED,
                    RETURN_NOT_READY,
                    STEPS_NOT_UNDONE -> ReturnStateLines.of(method, event).stream();
            case CHECK_ENDED, CHECKS_ENDED -> Stream.of(check(event));
            case FAILED, INTERNAL_ERROR -> Stream.of(end(event));
        };
    }

    private Stream<String> forward(JobEvent event) {
        String object = event.object();
        EventDetails details = event.details();
        return switch (event.reason()) {
            case STARTED -> Stream.of("update job status to Running");
            case CLUSTER_STORED -> Stream.of("create Cluster in DB Success");
            case NAMESPACE_CREATED -> Stream.of("create namespace " + object + " Success");
            case PLAN_MADE -> isInstall() || isOfRelease(object) ? Stream.empty() : Stream.of(plan(object, details));
            case APPLIED -> isOfRelease(object) ? Stream.empty() : applied(object, event.at());
            case PRUNE_FAILED ->
                Stream.of("cannot prune objects that are no longer desired: " + details.text("message"));
            case READY -> Stream.of(isInstall() ? "job run Success" : "Cluster update Success");
            case UNINSTALLED -> Stream.of("uninstall Success");
            default -> throw unknown(event);
        };
    }

    private Stream<String> applied(String revision, Instant at) {
        return isInstall() ? waiting(at) : Stream.of("apply revision " + revision + " Success");
    }

    /** Whether an event is about the objects of a Helm release that are restored, which are no revision of the cluster. */
    private static boolean isOfRelease(String revision) {
        return revision.equals("0");
    }

    /** The number is the seconds of waiting; KubeFATE counts its looks at the cluster, about one each second. */
    private Stream<String> waiting(Instant since) {
        long seconds = Math.max(0, Duration.between(since, waitedUntil).toSeconds());
        return Stream.of("helm install Success", "checkout Cluster status [" + seconds + "]");
    }

    private String problem(JobEvent event) {
        String message = event.details().text("message");
        return switch (event.reason()) {
            case MODULE_TROUBLE -> event.object() + " is not ready: " + once(event.object(), message);
            case MODULE_RECOVERED ->
                event.object() + ": problem resolved: " + event.details().text("code");
            case NOT_READY -> event.object() + ": " + once(event.object(), message);
            case KUBERNETES_UNAVAILABLE -> "Kubernetes does not answer, trying again: " + message;
            case KUBERNETES_ANSWERS -> "Kubernetes answers again";
            case REQUEST_POSTPONED -> "not possible at the moment, trying again: " + message;
            default -> throw unknown(event);
        };
    }

    private String once(String module, String message) {
        if (message.length() < LONG_MESSAGE) {
            return message;
        }
        String first = reported.putIfAbsent(message, module);
        if (first == null) {
            return message;
        }
        return first.equals(module) ? "see the reason above" : "the same reason as " + first;
    }

    private static String check(JobEvent event) {
        EventDetails details = event.details();
        return event.reason() == JobEventReason.CHECKS_ENDED
                ? checks(details)
                : details.text("name") + " " + details.text("outcome").toLowerCase(Locale.ROOT)
                        + after(details.text("message"));
    }

    private String end(JobEvent event) {
        String message = event.details().text("message");
        if (event.reason() == JobEventReason.INTERNAL_ERROR) {
            return "internal error, look for " + event.details().text("id") + " in the log of the service: " + message;
        }
        return event.object().isEmpty() ? message : event.object() + after(once(event.object(), message));
    }

    private static IllegalArgumentException unknown(JobEvent event) {
        return new IllegalArgumentException("event " + event.reason() + " belongs to another group");
    }

    private boolean isInstall() {
        return method == JobMethod.ClusterInstall;
    }

    private static String plan(String revision, EventDetails details) {
        String changes = details.texts("changes").stream()
                .map(JobStateLines::change)
                .map(change -> change + ", ")
                .reduce("", String::concat);
        return "apply revision " + revision + ": " + changes + details.number("unchanged") + " objects unchanged";
    }

    /** {@code UPDATE Deployment/mysql} is shown as {@code Deployment/mysql update}. */
    private static String change(String change) {
        int space = change.indexOf(' ');
        return change.substring(space + 1) + " " + change.substring(0, space).toLowerCase(Locale.ROOT);
    }

    private static String checks(EventDetails details) {
        String beginning = switch (details.text("end")) {
            case "STOPPED" -> "job stopped; ";
            case "TIME_LIMIT" -> "time limit of the job reached; ";
            default -> "";
        };
        return beginning + details.number("passed") + " of " + details.number("checks") + " checks passed, "
                + details.number("failed") + " failed, " + details.number("skipped") + " skipped";
    }

    private static String after(String message) {
        return message.isEmpty() ? "" : ": " + message;
    }
}
