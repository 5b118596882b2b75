package io.kubefate.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A part of a FATE cluster that can be switched on in cluster.yaml's {@code modules} list.
 *
 * <p>A module that needs another is not put on by the host: let {@link FateDistribution#validate} say what is missing. Its objects
 * carry the label {@code kubefate.io/module} with its name, by which the host tells how it does.
 *
 * @param name as in cluster.yaml, for example {@code rollsite}; the schema has it in the enum of {@code modules}
 * @param description one line that says what it does
 * @param templates file names below {@code templates/} that make its objects, in order; empty for a module that only adds to
 *     another's pod
 */
public record ModuleSpec(String name, String description, List<String> templates) {

    /** Checks that nothing is null and copies the list. */
    public ModuleSpec {
        requireNonNull(name, "name is null");
        requireNonNull(description, "description is null");
        templates = List.copyOf(templates);
    }
}
