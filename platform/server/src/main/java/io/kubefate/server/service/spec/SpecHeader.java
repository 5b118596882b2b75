package io.kubefate.server.service.spec;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.spec.LocatedProblem;
import io.kubefate.planning.spec.NearestName;
import io.kubefate.planning.spec.SpecDocument;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.ReleaseKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of a cluster.yaml that every release has, and the release that they mean, also if they are mistyped: so their problems are
 * reported together with those of the release.
 *
 * @param asked the values that the request has, which count where the file has none
 */
record SpecHeader(SpecDocument document, Map<String, String> asked) {

    private static final String CHART_NAME = "chartName";
    private static final String CHART_VERSION = "chartVersion";
    private static final List<String> KEYS = List.of("name", "namespace", CHART_NAME, CHART_VERSION);

    /** How many keys of the file are compared with a missing one. */
    private static final int MOST_COMPARED = 200;

    SpecHeader {
        requireNonNull(document, "document is null");
        asked = Map.copyOf(asked);
    }

    /** Returns what the request has and the file does not. */
    Map<String, String> additions() {
        Map<String, String> additions = new LinkedHashMap<>();
        KEYS.stream()
                .filter(key ->
                        asked.containsKey(key) && document.spec().text(key).isEmpty())
                .forEach(key -> additions.put(key, asked.get(key)));
        return additions;
    }

    /** Returns the cluster.yaml with the release that it names, to select it. */
    ClusterSpec named() {
        Map<String, Object> values = new LinkedHashMap<>(document.spec().values());
        values.put(CHART_NAME, value(CHART_NAME));
        values.put(CHART_VERSION, value(CHART_VERSION));
        return new ClusterSpec(values);
    }

    /**
     * Returns a cluster.yaml that selects the default engine of the release that this one probably means, to validate this one.
     *
     * @param releases the available ones
     * @return empty if it means none, or more than one
     */
    Optional<ClusterSpec> meant(List<ReleaseKey> releases) {
        List<String> charts =
                releases.stream().map(ReleaseKey::chartName).distinct().toList();
        String name = value(CHART_NAME);
        Optional<String> chart =
                name.isEmpty() || charts.contains(name) ? Optional.of(name) : NearestName.of(name, charts);
        List<List<String>> meant = releases.stream()
                .filter(release -> chart.isPresent() && isOrEmpty(chart.get(), release.chartName()))
                .filter(release -> isOrEmpty(digits(value(CHART_VERSION)), digits(release.chartVersion())))
                .map(release -> List.of(release.chartName(), release.chartVersion()))
                .distinct()
                .toList();
        boolean given = !name.isEmpty() || !value(CHART_VERSION).isEmpty();
        return given && meant.size() == 1
                ? Optional.of(of(meant.get(0).get(0), meant.get(0).get(1)))
                : Optional.empty();
    }

    /**
     * Returns the problems of the header that others do not report already.
     *
     * @param release the selected release
     * @param others the problems of the file
     */
    List<LocatedProblem> problems(ReleaseKey release, List<LocatedProblem> others) {
        List<LocatedProblem> problems = new ArrayList<>(missing(others));
        other(CHART_NAME, release.chartName()).ifPresent(problems::add);
        other(CHART_VERSION, release.chartVersion()).ifPresent(problems::add);
        return problems.stream()
                .filter(problem -> !isReported(problem.path(), others))
                .toList();
    }

    private List<LocatedProblem> missing(List<LocatedProblem> others) {
        return KEYS.stream()
                .filter(key -> document.spec().text(key).isEmpty() && !isReported(key, others))
                .map(key -> LocatedProblem.error(key, document.line(key), key + " cannot be empty"))
                .toList();
    }

    private Optional<LocatedProblem> other(String key, String selected) {
        return document.spec()
                .text(key)
                .filter(value -> !value.equals(selected))
                .map(value -> LocatedProblem.error(key, document.line(key), "did you mean '" + selected + "'?"));
    }

    private boolean isReported(String key, List<LocatedProblem> problems) {
        String typed = mistyped(key).orElse(key);
        return problems.stream()
                .filter(LocatedProblem::isError)
                .anyMatch(
                        problem -> problem.path().equals(key) || problem.path().equals(typed));
    }

    /** Returns whether the file or the request has each key of the header. */
    boolean isComplete() {
        return KEYS.stream().allMatch(key -> document.spec().text(key).isPresent() || asked.containsKey(key));
    }

    /** Returns the problems of a header that means no release. */
    List<LocatedProblem> unknownRelease(String reason) {
        List<LocatedProblem> problems = new ArrayList<>();
        KEYS.forEach(key -> mistyped(key)
                .ifPresent(typed -> problems.add(LocatedProblem.error(
                        typed, document.line(typed), "unknown key; did you mean '" + key + "'?"))));
        problems.addAll(missing(problems));
        if (!value(CHART_NAME).isEmpty() && !value(CHART_VERSION).isEmpty()) {
            problems.add(LocatedProblem.error(CHART_VERSION, document.line(CHART_VERSION), reason));
        }
        return problems;
    }

    /** Returns the value of a key in the file, under its name or a mistyped one, or in the request; else empty text. */
    private String value(String key) {
        return Stream.of(document.spec().text(key), mistyped(key).flatMap(document.spec()::text))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> asked.getOrDefault(key, ""));
    }

    private Optional<String> mistyped(String key) {
        ClusterSpec spec = document.spec();
        if (spec.text(key).isPresent()) {
            return Optional.empty();
        }
        List<String> others = spec.values().keySet().stream()
                .filter(other -> !KEYS.contains(other))
                .limit(MOST_COMPARED)
                .toList();
        return NearestName.of(key, others).filter(other -> spec.text(other).isPresent());
    }

    private static ClusterSpec of(String chartName, String chartVersion) {
        return new ClusterSpec(Map.of(CHART_NAME, chartName, CHART_VERSION, chartVersion));
    }

    private static boolean isOrEmpty(String given, String known) {
        return given.isEmpty() || given.equals(known);
    }

    /** {@code v1.5.0}, {@code 1.5.0} and {@code V1.5.0 } mean the same version. */
    private static String digits(String version) {
        return version.length() > 40
                ? version
                : version.replaceAll("[^0-9.]", "").replaceAll("^\\.+|\\.+$", "");
    }
}
