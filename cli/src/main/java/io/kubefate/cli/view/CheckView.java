package io.kubefate.cli.view;

import io.kubefate.api.CheckResult;
import io.kubefate.api.Job;
import io.kubefate.cli.text.Table;
import java.util.List;
import java.util.Optional;

/** The results of a check as text: a table, then what to do about each that failed. */
public final class CheckView {

    private CheckView() {}

    /** {@return what is printed of a check that has ended} */
    public static String of(Job job) {
        List<CheckResult> results = Optional.ofNullable(job.checks()).orElse(List.of());
        Table table = new Table("CHECK", "MODULE", "STATUS", "MESSAGE");
        results.forEach(result -> table.row(result.name(), result.module(), result.status(), result.message()));
        StringBuilder text = new StringBuilder(results.isEmpty() ? "" : table.text());
        results.stream()
                .filter(CheckResult::hasFailed)
                .forEach(result -> text.append(result.name())
                        .append(" failed; what to do: ")
                        .append(result.remedy())
                        .append('\n'));
        return text.append("job ")
                .append(job.uuid())
                .append(' ')
                .append(job.status())
                .append(": ")
                .append(Optional.ofNullable(job.result()).orElse(""))
                .append('\n')
                .toString();
    }
}
