package io.kubefate.cli.view;

import io.kubefate.api.JobStep;
import io.kubefate.cli.text.Display;
import io.kubefate.cli.text.Layout;
import java.util.List;
import java.util.stream.Collectors;

/** The steps of a job with their logs. */
public final class StepView {

    private StepView() {}

    public static Display of(List<JobStep> steps) {
        return new Display() {

            @Override
            public String text(Layout layout) {
                return steps.stream().map(StepView::of).collect(Collectors.joining("\n"));
            }

            @Override
            public List<String> names() {
                return steps.stream().map(JobStep::name).toList();
            }
        };
    }

    /** Without control characters: the log of a container must not control the terminal. */
    private static String of(JobStep step) {
        String reason = step.message().isEmpty() ? "" : ": " + step.message();
        String log = step.log().isEmpty() || step.log().endsWith("\n") ? step.log() : step.log() + "\n";
        return ("==> step " + step.name() + " " + step.status() + reason + " <==\n" + log)
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }
}
