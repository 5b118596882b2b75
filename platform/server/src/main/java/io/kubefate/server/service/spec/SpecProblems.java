package io.kubefate.server.service.spec;

import io.kubefate.api.SpecProblem;
import io.kubefate.planning.spec.LocatedProblem;
import java.util.List;
import java.util.Locale;

/** Maps problems of a cluster.yaml to the REST API. */
public final class SpecProblems {

    private SpecProblems() {}

    public static List<SpecProblem> of(List<LocatedProblem> problems) {
        return problems.stream().map(SpecProblems::of).toList();
    }

    private static SpecProblem of(LocatedProblem problem) {
        String severity = problem.severity().name().toLowerCase(Locale.ROOT);
        return new SpecProblem(severity, problem.path(), problem.line(), problem.message());
    }
}
