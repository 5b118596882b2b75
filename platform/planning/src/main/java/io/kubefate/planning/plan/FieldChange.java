package io.kubefate.planning.plan;

import static java.util.Objects.requireNonNull;

/**
 * A field that changes.
 *
 * @param path where it is, for example {@code spec.template.spec.containers[python].image}
 * @param before its value as a person reads it; empty text if it is new
 * @param after its value as a person reads it; empty text if it goes
 */
public record FieldChange(String path, String before, String after) {

    public FieldChange {
        requireNonNull(path, "path is null");
        requireNonNull(before, "before is null");
        requireNonNull(after, "after is null");
    }
}
