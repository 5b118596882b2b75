package io.kubefate.cli.file;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.SpecProblem;

/**
 * Where a cluster.yaml comes from.
 *
 * @param file the file as the user names it
 * @param document the number of the document in the file, from 1; 0 if the file has only one
 * @param precedingLines the number of lines of the file before the document
 */
public record Origin(String file, int document, int precedingLines) {

    public Origin {
        requireNonNull(file, "file is null");
    }

    /** {@return a problem of the document with its line in the file} */
    public SpecProblem inFile(SpecProblem problem) {
        int line = problem.line() == 0 ? 0 : problem.line() + precedingLines;
        return new SpecProblem(problem.severity(), problem.path(), line, problem.message());
    }

    @Override
    public String toString() {
        return document == 0 ? file : file + ", document " + document;
    }
}
