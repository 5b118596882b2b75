package io.kubefate.cli.error;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.SpecProblem;
import java.util.List;

/** The service refused a request and said why; the message is its own text. */
public final class ServiceException extends CommandException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<SpecProblem> problems;

    public ServiceException(int status, String message, List<SpecProblem> problems) {
        super(requireNonNull(message, "message is null"));
        this.status = status;
        this.problems = List.copyOf(problems);
    }

    /** {@return the HTTP status} */
    public int status() {
        return status;
    }

    /** {@return what is wrong in the cluster.yaml; empty for every other refusal} */
    public List<SpecProblem> problems() {
        return problems;
    }

    /** {@return the refusal as KubeFATE's command line shows it for some commands, with the HTTP status} */
    public String textWithStatus() {
        String prefix = "resp.StatusCode=" + status + ", error: ";
        return getMessage().startsWith(prefix) ? getMessage() : prefix + getMessage();
    }
}
