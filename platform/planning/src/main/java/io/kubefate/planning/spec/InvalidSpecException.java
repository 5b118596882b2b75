package io.kubefate.planning.spec;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import java.util.List;
import java.util.stream.Collectors;

/** A cluster.yaml is invalid. The message has one line for each problem. */
public class InvalidSpecException extends KubefateException {

    private static final long serialVersionUID = 1L;

    private final transient List<LocatedProblem> problems;

    /** Creates the exception from all problems, at least one of them an error. */
    public InvalidSpecException(List<LocatedProblem> problems) {
        super(ErrorCode.INVALID_SPEC, text(problems));
        this.problems = List.copyOf(problems);
    }

    /**
     * Creates the exception from one problem.
     *
     * @param path the path of the value, or empty for the whole file
     * @param line the line, from 1; 0 if unknown
     * @param message what is wrong and what to write instead
     */
    InvalidSpecException(String path, int line, String message) {
        this(List.of(LocatedProblem.error(path, line, message)));
    }

    /** Returns all problems by line. */
    public List<LocatedProblem> problems() {
        return problems;
    }

    private static String text(List<LocatedProblem> problems) {
        return problems.stream()
                .map(problem -> (problem.isError() ? "" : "warning: ") + problem.text())
                .collect(Collectors.joining("\n"));
    }
}
