package io.kubefate.server.spec;

import io.kubefate.api.SpecProblem;
import io.kubefate.server.error.ErrorCode;
import io.kubefate.server.error.KubefateException;
import java.util.List;
import java.util.stream.Collectors;

/** A cluster.yaml with errors: all that were found, each with its place. */
public final class InvalidSpecException extends KubefateException {

    private static final long serialVersionUID = 1L;

    private final transient List<SpecProblem> problems;

    /**
     * A refusal.
     *
     * @param problems at least one error; warnings may stand among them
     */
    public InvalidSpecException(List<SpecProblem> problems) {
        super(ErrorCode.INVALID_SPEC, problems.stream().map(SpecProblem::text).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** A refusal of the file as such. */
    static InvalidSpecException at(int line, String message) {
        return new InvalidSpecException(List.of(new SpecProblem("error", "", line, message)));
    }

    /** {@return what is wrong, in the order of the file} */
    public List<SpecProblem> problems() {
        return problems;
    }
}
