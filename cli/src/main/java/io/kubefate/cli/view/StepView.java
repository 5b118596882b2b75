package io.kubefate.cli.view;

import io.kubefate.api.JobStep;
import java.util.List;
import java.util.stream.Collectors;

/** The steps of a job with their logs. */
public final class StepView {

    private StepView() {}

    public static String of(List<JobStep> steps) {
        return steps.stream().map(StepView::of).collect(Collectors.joining("\n"));
    }

    /** Without control characters: the log of a container must not control the terminal. */
    private static String of(JobStep step) {
        String reason = step.message().isEmpty() ? "" : ": " + step.message();
        String log = step.log().isEmpty() || step.log().endsWith("\n") ? step.log() : step.log() + "\n";
        return ("==> step " + step.name() + " " + step.status() + reason + " <==\n" + log)
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }
}
