package io.kubefate.planning.spec;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A cluster.yaml in which former names of keys are replaced and missing top-level keys are added.
 *
 * @param text the new text; the same if there was nothing to amend
 * @param warnings one for each former name
 */
public record AmendedSpec(String text, List<LocatedProblem> warnings) {

    public AmendedSpec {
        requireNonNull(text, "text is null");
        warnings = List.copyOf(warnings);
    }
}
