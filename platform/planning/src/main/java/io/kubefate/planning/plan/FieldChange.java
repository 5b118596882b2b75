package io.kubefate.planning.plan;

import static java.util.Objects.requireNonNull;

/**
 * The change of a field.
 *
 * @param path the path of the field, for example {@code spec.template.spec.containers[python].image}
 * @param before the old value for display; empty text if the field is added
 * @param after the new value for display; empty text if the field is removed
 */
public record FieldChange(String path, String before, String after) {

    public FieldChange {
        requireNonNull(path, "path is null");
        requireNonNull(before, "before is null");
        requireNonNull(after, "after is null");
    }
}
