package io.kubefate.server.spec;

import io.kubefate.api.SpecProblem;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.Locale;
import java.util.Map;

/**
 * A cluster.yaml as it was written.
 *
 * @param text the file
 * @param spec its content
 * @param lines where each path stands, from 1; the path of the whole file is empty text
 */
public record SpecDocument(String text, ClusterSpec spec, Map<String, Integer> lines) {

    /** Copies the map. */
    public SpecDocument {
        lines = Map.copyOf(lines);
    }

    /**
     * The line of a value.
     *
     * @param path for example {@code rollsite.partyList[0].partyIp}
     * @return the line, from 1; that of the nearest parent if the path is not in the file, 0 for an empty path
     */
    public int line(String path) {
        for (String at = path; !at.isEmpty(); at = parent(at)) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
        }
        return 0;
    }

    /**
     * A problem with its place.
     *
     * @param problem from the schema or a plugin
     * @return the same with its line
     */
    public SpecProblem locate(Problem problem) {
        return new SpecProblem(
                problem.severity().name().toLowerCase(Locale.ROOT), problem.path(), line(problem.path()), problem.message());
    }

    private static String parent(String path) {
        int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return end < 0 ? "" : path.substring(0, end);
    }
}
