package io.kubefate.cli.command.option;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.Reply;
import io.kubefate.api.SpecProblem;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.ServiceException;
import io.kubefate.cli.file.ClusterFile;
import java.util.List;
import java.util.function.Supplier;

/**
 * Requests about one of the files that a user names. Errors and warnings have the line numbers of the file.
 *
 * @param context where warnings are printed
 * @param alone whether it is the only one, so that errors and warnings need not name it
 */
public record ClusterRequest(CommandContext context, ClusterFile file, boolean alone) {

    public ClusterRequest {
        requireNonNull(context, "context is null");
        requireNonNull(file, "file is null");
    }

    /** {@return the namespace and name; the file if it has no name} */
    public String cluster() {
        return file.name().isEmpty() ? file.origin().toString() : file.namespace() + "/" + file.name();
    }

    /** {@return the request without options} */
    public ClusterArgs.Builder args() {
        return ClusterArgs.builder()
                .name(file.name())
                .namespace(file.namespace())
                .chartName(file.chartName())
                .chartVersion(file.chartVersion())
                .data(file.data());
    }

    /** Sends a request, and prints the warnings of the reply. */
    public <T> Reply<T> reply(Supplier<Reply<T>> request) {
        Reply<T> reply = send(request);
        warn(reply.warnings());
        return reply;
    }

    /** Sends a request. */
    public <T> T send(Supplier<T> request) {
        try {
            return request.get();
        } catch (ServiceException e) {
            throw e.about(
                    file.origin().toString(),
                    prefix() + e.getMessage(),
                    e.problems().stream().map(file.origin()::inFile).toList());
        }
    }

    public void warn(List<SpecProblem> warnings) {
        context.warn(prefix(), warnings.stream().map(file.origin()::inFile).toList());
    }

    private String prefix() {
        return alone ? "" : file.origin() + ": ";
    }
}
