package io.kubefate.cli.reference;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The name of a chart as {@code kubefate chart list -o name} prints it.
 *
 * @param name for example {@code fate}
 * @param version for example {@code v1.5.0}
 * @param engine for example {@code spark}
 */
public record ChartName(String name, Optional<String> version, Optional<String> engine) {

    public ChartName {
        requireNonNull(name, "name is null");
    }

    /** Reads {@code name}, {@code name/version} or {@code name/version/engine}. */
    public static ChartName parse(String text) {
        List<String> parts = List.of(text.split("/", 3));
        return new ChartName(
                parts.get(0),
                parts.stream().skip(1).findFirst(),
                parts.stream().skip(2).findFirst());
    }
}
