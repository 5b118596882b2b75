package io.kubefate.cli.error;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.SpecProblem;
import java.util.List;

/** The service rejected a request; the message is the service's error text. */
public final class ServiceException extends CommandException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<SpecProblem> problems;
    private final String subject;

    public ServiceException(int status, String message) {
        this(status, message, List.of());
    }

    /**
     * An error that lists the problems of a cluster.yaml.
     *
     * @param status the HTTP status
     * @param problems may be empty
     */
    public ServiceException(int status, String message, List<SpecProblem> problems) {
        super(requireNonNull(message, "message is null"));
        this.status = status;
        this.problems = List.copyOf(problems);
        this.subject = "the cluster.yaml";
    }

    private ServiceException(ServiceException cause, String subject, String message, List<SpecProblem> problems) {
        super(message, cause);
        this.status = cause.status;
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

    /** {@return the file that has the problems} */
    public String subject() {
        return subject;
    }

    /** {@return the HTTP status} */
    public int status() {
        return status;
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
