package io.kubefate.server.service.job;

import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobEvent;
import io.kubefate.server.store.job.ReturnCause;

/** The state line of an event about the Helm release that a job adopts. */
final class ReleaseStateLine {

    private ReleaseStateLine() {}

    static String of(JobEvent event) {
        String release = "Helm release " + event.object();
        EventDetails details = event.details();
        boolean stopped = details.text("cause").equals(ReturnCause.STOPPED.name());
        return switch (event.reason()) {
            case RELEASE_ADOPTED -> release + " is adopted; removed its records: " + details.number("records");
            case RELEASE_RESTORED ->
                (stopped ? "job stopped; " : "") + "the objects of " + release
                        + " are restored; Helm and the original KubeFATE can continue with it";
            case RELEASE_GONE -> release + " has no record any longer, so its objects stay as they are";
            default -> throw new IllegalArgumentException("event " + event.reason() + " does not belong to a release");
        };
    }
}
