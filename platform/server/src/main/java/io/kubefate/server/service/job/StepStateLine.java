package io.kubefate.server.service.job;

import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobEvent;
import java.util.List;

/** The state line of an event that belongs to a step. */
final class StepStateLine {

    private StepStateLine() {}

    static String of(JobEvent event) {
        return "step " + event.object() + text(event);
    }

    private static String text(JobEvent event) {
        EventDetails details = event.details();
        String message = details.text("message");
        return switch (event.reason()) {
            case STEP_STARTED ->
                " started: " + details.text("job") + " with " + String.join(", ", details.texts("images"));
            case STEP_SUCCEEDED -> " succeeded";
            case STEP_FAILED -> " failed: " + message + tail(details.texts("log"));
            case STEP_ATTEMPT_FAILED -> ": attempt " + event.occurrence() + " failed";
            case STEP_STOPPED -> " stopped";
            case STEP_TIME_LIMIT_REACHED -> " reached the time limit";
            case STEP_TROUBLE -> " waits: " + message;
            case STEP_RECOVERED -> resolved(event);
            case LOG_UNREADABLE -> ": cannot read its log: " + message;
            default -> throw new IllegalArgumentException("event " + event.reason() + " does not belong to a step");
        };
    }

    private static String resolved(JobEvent event) {
        return ": problem resolved: " + event.details().text("code");
    }

    private static String tail(List<String> log) {
        return log.isEmpty() ? "" : "; the last lines of its log:\n" + String.join("\n", log);
    }
}
