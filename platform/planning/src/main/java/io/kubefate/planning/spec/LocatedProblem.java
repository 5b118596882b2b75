package io.kubefate.planning.spec;

import static java.util.Objects.requireNonNull;

import io.kubefate.spi.Problem;
import io.kubefate.spi.Problem.Severity;

/**
 * A problem of a cluster.yaml, with its line.
 *
 * @param severity an error prevents the operation, a warning does not
 * @param path for example {@code rollsite.partyList[0].partyIp}; empty for the whole file
 * @param line from 1; 0 if unknown
 * @param message what is wrong and what to write instead
 */
public record LocatedProblem(Severity severity, String path, int line, String message) {

    public LocatedProblem {
        requireNonNull(severity, "severity is null");
        requireNonNull(path, "path is null");
        requireNonNull(message, "message is null");
    }

    public static LocatedProblem error(String path, int line, String message) {
        return new LocatedProblem(Severity.ERROR, path, line, message);
    }

    /** Returns a warning about the whole file, or about a key whose line is unknown. */
    public static LocatedProblem warning(String path, String message) {
        return warning(path, 0, message);
    }

    public static LocatedProblem warning(String path, int line, String message) {
        return new LocatedProblem(Severity.WARNING, path, line, message);
    }

    static LocatedProblem of(Problem problem, int line) {
        return new LocatedProblem(problem.severity(), problem.path(), line, problem.message());
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Returns the problem for display: {@code line 12: rollsite.nodePort: …}. */
    public String text() {
        String where = line > 0 ? "line " + line + ": " : "";
        String what = path.isEmpty() ? "" : path + ": ";
        return where + what + message;
    }
}
