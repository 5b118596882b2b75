package io.kubefate.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Helm that {@code deploy/chart/helm} finds or builds, and the chart. */
final class Helm {

    static final Path CHART = Path.of("chart").toAbsolutePath();

    /** The first call builds Helm. */
    private static final Duration LIMIT = Duration.ofMinutes(15);

    private Helm() {}

    /** {@return what Helm does with these arguments} */
    static Command.Result run(String... arguments) {
        List<String> words = new ArrayList<>(List.of(CHART.resolve("helm").toString()));
        words.addAll(List.of(arguments));
        return Command.start(Map.of(), CHART, words).end(LIMIT);
    }

    /**
     * {@return what the chart renders as release "kubefate"}
     *
     * @param templates their file names
     */
    static String render(List<String> templates, String... settings) {
        List<String> words = new ArrayList<>(List.of("template", "kubefate", "."));
        templates.forEach(template -> words.add("--show-only=templates/" + template));
        words.addAll(List.of(settings));
        return run(words.toArray(String[]::new)).succeeded().out();
    }

    /** {@return why there is no Helm; empty text if there is one} */
    static String missing() {
        Command.Result version = run("version", "--short");
        return version.exitCode() == 0 ? "" : version.err().strip();
    }
}
