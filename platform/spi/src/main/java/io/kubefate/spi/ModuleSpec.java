package io.kubefate.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A module of a FATE cluster, which a cluster.yaml lists under {@code modules}.
 *
 * <p>The host does not add modules that a listed one needs: {@link FateDistribution#validate} reports them. The host labels the objects of a
 * module with {@code kubefate.io/module} and derives the state of the module from them.
 *
 * @param name as in a cluster.yaml, for example {@code rollsite}; also in the enum of {@code modules} in the schema
 * @param description one line
 * @param templates file names below {@code templates/}, in the order of rendering; empty for a module that only extends the pod of another
 */
public record ModuleSpec(String name, String description, List<String> templates) {

    public ModuleSpec {
        requireNonNull(name, "name is null");
        requireNonNull(description, "description is null");
        templates = List.copyOf(templates);
    }
}
