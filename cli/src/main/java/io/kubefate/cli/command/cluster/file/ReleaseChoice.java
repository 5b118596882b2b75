package io.kubefate.cli.command.cluster.file;

import io.kubefate.api.Chart;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.reference.ChartName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The choice of a release by some of its parts.
 *
 * @param chart for example {@code fate}
 * @param version for example {@code v1.5.0}
 * @param engine for example {@code spark}
 */
record ReleaseChoice(Optional<String> chart, Optional<String> version, Optional<String> engine) {

    /**
     * Returns the choice by arguments.
     *
     * @param version replaces that of {@code chart}
     * @param engine replaces that of {@code chart}
     */
    static ReleaseChoice of(Optional<ChartName> chart, Optional<String> version, Optional<String> engine) {
        return new ReleaseChoice(
                chart.map(ChartName::name),
                version.or(() -> chart.flatMap(ChartName::version)),
                engine.or(() -> chart.flatMap(ChartName::engine)));
    }

    /**
     * Returns the releases that match.
     *
     * @throws CommandException if there is none
     */
    List<Chart> of(List<Chart> charts) {
        List<Chart> found = charts.stream()
                .filter(release -> chart.map(release.name()::equals).orElse(true))
                .filter(release -> version.map(release.version()::equals).orElse(true))
                .filter(release -> engine.map(release.engine()::equals).orElse(true))
                .toList();
        if (found.isEmpty()) {
            throw new CommandException("no such release. "
                    + (charts.isEmpty()
                            ? "The service has none: upload a plugin with kubefate plugin install"
                            : "The releases are: " + list(charts)));
        }
        return found;
    }

    static String list(List<Chart> charts) {
        return charts.stream().map(ReleaseChoice::text).collect(Collectors.joining(", "));
    }

    static String text(Chart release) {
        String version = release.name() + " " + release.version();
        return release.engine().isEmpty() ? version : version + " (" + release.engine() + ")";
    }
}
