package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Modules that are listed more than once. */
public final class DuplicateModules {

    private DuplicateModules() {}

    /** {@return a warning for each entry of {@code modules} that repeats an earlier one} */
    public static List<Problem> check(ClusterSpec spec) {
        List<String> modules = spec.modules();
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < modules.size(); index++) {
            if (!seen.add(modules.get(index))) {
                problems.add(
                        Problem.warning("modules[" + index + "]", modules.get(index) + " is duplicated; remove one"));
            }
        }
        return problems;
    }
}
