package io.kubefate.planning.yaml;

import org.yaml.snakeyaml.error.YAMLException;

/** A text exceeds a limit. */
final class LimitException extends YAMLException {

    private static final long serialVersionUID = 1L;

    private final transient SyntaxProblem problem;

    LimitException(SyntaxProblem problem) {
        super(problem.message());
        this.problem = problem;
    }

    SyntaxProblem problem() {
        return problem;
    }
}
