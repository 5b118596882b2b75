package io.kubefate.server.service.job;

import io.kubefate.server.engine.job.Failure;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobEvent;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.ReturnCause;
import java.util.List;
import java.util.stream.Stream;

/** The state lines of an event of a job that does not reach its revision. */
final class ReturnStateLines {

    private ReturnStateLines() {}

    static List<String> of(JobMethod method, JobEvent event) {
        String object = event.object();
        EventDetails details = event.details();
        return switch (event.reason()) {
            case STOP_SEEN -> List.of();
            case DELETE_FOLLOWS -> List.of("Cluster delete");
            case TIME_LIMIT_REACHED ->
                method == JobMethod.ClusterInstall
                        ? List.of(
                                "checkout Cluster status timeOut!",
                                "time limit of " + details.number("seconds") + " s reached")
                        : List.of();
            case GOING_BACK -> goingBack(method, object, details);
            case NO_WAY_BACK ->
                List.of("update ended" + failure(details)
                        + "; no earlier revision was ready, so created objects are kept");
            case RETURNED -> returned(object, details);
            case RETURN_NOT_READY -> List.of("revision " + object + " is applied again but not ready yet");
            case STEPS_NOT_UNDONE -> notUndone(details);
            default -> throw new IllegalArgumentException("event " + event.reason() + " does not belong to a return");
        };
    }

    private static List<String> notUndone(EventDetails details) {
        List<String> begun = details.texts("steps");
        List<String> saved = details.texts("saved");
        Stream<String> changed = begun.isEmpty()
                ? Stream.empty()
                : Stream.of("data changes of these steps are not undone: " + String.join(", ", begun));
        Stream<String> restore = saved.isEmpty()
                ? Stream.empty()
                : Stream.of("step " + String.join(", ", saved) + " has saved the data before the upgrade in claim "
                        + String.join(", ", details.texts("claims"))
                        + "; to restore them, use \"kubefate cluster rollback "
                        + details.text("cluster") + " " + details.number("revision") + " --restore-data\"");
        return Stream.concat(changed, restore).toList();
    }

    /** What is said about an install is in its other events. */
    private static List<String> goingBack(JobMethod method, String revision, EventDetails details) {
        if (method == JobMethod.ClusterInstall) {
            return List.of();
        }
        String what = revision.isEmpty() ? ", restoring the Helm release" : ", rolling back to revision " + revision;
        return List.of((stopped(details) ? "job stopped" : "update failed") + what + failure(details));
    }

    private static boolean stopped(EventDetails details) {
        return details.text("cause").equals(ReturnCause.STOPPED.name());
    }

    private static String failure(EventDetails details) {
        if (details.text(Failure.KEY).isEmpty()) {
            return "";
        }
        return switch (Failure.valueOf(details.text(Failure.KEY))) {
            case TIME_LIMIT -> ": time limit of " + details.number("seconds") + " s reached";
            case STEP -> ": step " + details.text("step") + " failed" + nothingApplied(details);
            case EARLIER_STEPS ->
                ": " + details.texts("jobs")
                        + " of an earlier attempt is still being deleted and must not run in parallel with a new one"
                        + nothingApplied(details);
            case REFUSED -> ": " + details.text("message");
        };
    }

    private static String nothingApplied(EventDetails details) {
        return "; nothing of revision " + details.number("revision") + " was applied";
    }

    private static List<String> returned(String revision, EventDetails details) {
        if (!revision.isEmpty()) {
            return List.of("revision " + revision + " is ready again", "Cluster run rollback Success");
        }
        return List.of(stopped(details) ? "job stopped" : "created objects are deleted");
    }
}
