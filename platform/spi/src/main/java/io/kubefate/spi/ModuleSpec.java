package io.kubefate.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A part of a FATE cluster that can be switched on in cluster.yaml's {@code modules} list.
 *
 * @param name as in cluster.yaml, for example {@code rollsite}
 * @param description one line that says what it does
 * @param templates file names below {@code templates/} that make its objects, in order
 */
public record ModuleSpec(String name, String description, List<String> templates) {

    /** Checks that nothing is null and copies the list. */
    public ModuleSpec {
        requireNonNull(name, "name is null");
        requireNonNull(description, "description is null");
        templates = List.copyOf(templates);
    }
}
