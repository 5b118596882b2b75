package io.kubefate.api;

/**
 * An error or a warning about a cluster.yaml.
 *
 * @param severity {@code error} or {@code warning}
 * @param path for example {@code rollsite.partyList[0].partyIp}; empty for the whole file
 * @param line the line in the file, from 1; 0 if unknown
 * @param message the problem and how to fix it
 */
public record SpecProblem(String severity, String path, int line, String message) {

    /** {@return a line for people: {@code line 12: rollsite.nodePort: …}} */
    public String text() {
        String where = line > 0 ? "line " + line + ": " : "";
        String what = path.isEmpty() ? "" : path + ": ";
        return where + what + message;
    }
}
