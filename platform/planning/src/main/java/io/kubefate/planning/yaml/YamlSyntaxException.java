package io.kubefate.planning.yaml;

import java.util.List;

/** A text is not valid YAML. */
public final class YamlSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<SyntaxProblem> problems;

    YamlSyntaxException(List<SyntaxProblem> problems, Throwable cause) {
        super(problems.toString(), cause);
        this.problems = List.copyOf(problems);
    }

    /** Returns at least one problem, by line. */
    public List<SyntaxProblem> problems() {
        return problems;
    }
}
