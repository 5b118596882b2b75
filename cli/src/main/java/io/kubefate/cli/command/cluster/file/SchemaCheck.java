package io.kubefate.cli.command.cluster.file;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.SpecProblem;
import io.kubefate.cli.command.option.ClusterRequest;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import io.kubefate.planning.spec.InvalidSpecException;
import io.kubefate.planning.spec.LocatedProblem;
import io.kubefate.planning.spec.SpecDocument;
import io.kubefate.planning.spec.SpecReader;
import io.kubefate.planning.spec.SpecValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Checks files against a JSON Schema with the code of the service, and prints the result. */
final class SchemaCheck {

    private final CommandContext context;
    private final SpecValidator schema;

    private SchemaCheck(CommandContext context, SpecValidator schema) {
        this.context = requireNonNull(context, "context is null");
        this.schema = requireNonNull(schema, "schema is null");
    }

    /**
     * Reads a schema.
     *
     * @throws CommandException if it cannot be read, or is not a schema
     */
    static SchemaCheck of(CommandContext context, Path file) {
        try {
            return new SchemaCheck(context, new SpecValidator(Files.readString(context.resolve(file))));
        } catch (IOException e) {
            throw new CommandException("cannot read the schema " + file + ": " + e, e);
        } catch (IllegalArgumentException e) {
            throw new CommandException(
                    file + ": " + e.getMessage() + "\nWrite one with: kubefate cluster schema CHART VERSION", e);
        }
    }

    boolean isValid(ClusterRequest cluster) {
        List<LocatedProblem> problems = problems(cluster.file().document());
        List<LocatedProblem> errors =
                problems.stream().filter(LocatedProblem::isError).toList();
        cluster.warn(problems.stream()
                .filter(problem -> !problem.isError())
                .map(SchemaCheck::answer)
                .toList());
        errors.forEach(error -> context.err()
                .println(cluster.file().origin() + ": "
                        + cluster.file().origin().inFile(answer(error)).text()));
        if (errors.isEmpty()) {
            context.print(cluster.file().origin() + " matches the schema.\n");
        }
        return errors.isEmpty();
    }

    private List<LocatedProblem> problems(byte[] text) {
        try {
            SpecDocument document = new SpecReader().read(text);
            return schema.validate(document.spec()).stream()
                    .map(document::locate)
                    .toList();
        } catch (InvalidSpecException e) {
            return e.problems();
        }
    }

    private static SpecProblem answer(LocatedProblem problem) {
        return new SpecProblem(
                problem.severity().name().toLowerCase(Locale.ROOT), problem.path(), problem.line(), problem.message());
    }
}
