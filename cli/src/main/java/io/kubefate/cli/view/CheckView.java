package io.kubefate.cli.view;

import io.kubefate.api.CheckResult;
import io.kubefate.api.Job;
import io.kubefate.cli.text.Display;
import io.kubefate.cli.text.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The results of a check job: a table, then the remedies of failed checks. */
public final class CheckView {

    private CheckView() {}

    public static Display describe(Job job) {
        return Display.of(String.valueOf(job.uuid()), () -> of(job));
    }

    private static String of(Job job) {
        List<CheckResult> results = Optional.ofNullable(job.checks()).orElse(List.of());
        String summary = Optional.ofNullable(job.result()).orElse("");
        return table(results) + remedies(results) + "job " + job.uuid() + " " + job.status() + ": " + summary + "\n";
    }

    private static String table(List<CheckResult> results) {
        if (results.isEmpty()) {
            return "";
        }
        Table table = new Table("CHECK", "MODULE", "STATUS", "MESSAGE");
        results.forEach(result -> table.row(result.name(), result.module(), result.status(), result.message()));
        return table.text();
    }

    private static String remedies(List<CheckResult> results) {
        return results.stream()
                .filter(CheckResult::hasFailed)
                .map(result -> result.name() + " failed; remedy: " + result.remedy() + "\n")
                .collect(Collectors.joining());
    }
}
