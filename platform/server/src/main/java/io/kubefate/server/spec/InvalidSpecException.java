package io.kubefate.server.spec;

import io.kubefate.api.SpecProblem;
import io.kubefate.server.error.ErrorCode;
import io.kubefate.server.error.KubefateException;
import java.util.List;
import java.util.stream.Collectors;

/** A cluster.yaml is refused; its message has one line of text for each problem. */
public class InvalidSpecException extends KubefateException {

    private static final long serialVersionUID = 1L;

    private final transient List<SpecProblem> problems;

    /**
     * Refuses a cluster.yaml.
     *
     * @param problems all problems, at least one of them an error
     */
    public InvalidSpecException(List<SpecProblem> problems) {
        super(ErrorCode.INVALID_SPEC, text(problems));
        this.problems = List.copyOf(problems);
    }

    /**
     * Refuses a cluster.yaml for one reason.
     *
     * @param path where, or empty for the whole file
     * @param line the line, from 1; 0 if unknown
     * @param message what is wrong and what to write instead
     */
    InvalidSpecException(String path, int line, String message) {
        this(List.of(new SpecProblem("error", path, line, message)));
    }

    /** {@return all problems, by line} */
    public List<SpecProblem> problems() {
        return problems;
    }

    private static String text(List<SpecProblem> problems) {
        return problems.stream().map(SpecProblem::text).collect(Collectors.joining("\n"));
    }
}
