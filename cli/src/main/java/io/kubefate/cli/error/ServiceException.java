package io.kubefate.cli.error;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.SpecProblem;
import java.util.List;
import java.util.stream.Collectors;

/** The service rejected a request; the message is the service's error text. */
public final class ServiceException extends CommandException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<SpecProblem> problems;
    private final String code;
    private final String subject;

    public ServiceException(int status, String message) {
        this(status, "", message, List.of());
    }

    /**
     * An error that lists the problems of a cluster.yaml.
     *
     * @param status the HTTP status
     * @param code the stable error code, for example {@code NOT_FOUND}; empty if the service has none
     * @param problems may be empty
     */
    public ServiceException(int status, String code, String message, List<SpecProblem> problems) {
        super(requireNonNull(message, "message is null"));
        this.status = status;
        this.code = requireNonNull(code, "code is null");
        this.problems = List.copyOf(problems);
        this.subject = "the cluster.yaml";
    }

    private ServiceException(ServiceException cause, String subject, String message, List<SpecProblem> problems) {
        super(message, cause);
        this.status = cause.status;
        this.code = cause.code;
        this.problems = List.copyOf(problems);
        this.subject = subject;
    }

    /**
     * Returns this error with what the command knows about the rejected file.
     *
     * @param file its name
     * @param problems the problems of the file
     */
    public ServiceException about(String file, String message, List<SpecProblem> problems) {
        return new ServiceException(this, file, message, problems);
    }

    /** {@return the problems of the file, one on each line; else the message} */
    @Override
    public String text() {
        if (problems.isEmpty()) {
            return getMessage();
        }
        return "The service rejected " + subject + ":\n"
                + problems.stream()
                        .map(problem -> problem.severity() + ": " + problem.text())
                        .collect(Collectors.joining("\n"));
    }

    /** {@return true for 503, which the service sends while it stops and while its database is unavailable} */
    @Override
    public boolean isTemporary() {
        return status == 503;
    }

    /** {@return the HTTP status} */
    public int status() {
        return status;
    }

    /** {@return the stable error code, for example {@code NOT_FOUND}; empty if the service has none} */
    public String code() {
        return code;
    }

    /** {@return the problems of the cluster.yaml; empty for every other error} */
    public List<SpecProblem> problems() {
        return problems;
    }

    /** {@return the message with the HTTP status, as KubeFATE's command line prints it for some commands} */
    public String textWithStatus() {
        String prefix = "resp.StatusCode=" + status + ", error: ";
        return getMessage().startsWith(prefix) ? getMessage() : prefix + getMessage();
    }
}
