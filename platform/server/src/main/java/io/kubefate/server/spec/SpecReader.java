package io.kubefate.server.spec;

import io.kubefate.spi.ClusterSpec;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.representer.Representer;

/** Reads a cluster.yaml. JSON is YAML too, and existing clients send it. */
public final class SpecReader {

    /** The largest file, in bytes. */
    public static final int MOST_BYTES = 1024 * 1024;

    private static final int MOST_ALIASES = 50;
    private static final int DEEPEST_NESTING = 50;

    /**
     * Reads a file.
     *
     * @param text YAML or JSON, one document, a map
     * @return its content and where everything stands
     * @throws InvalidSpecException if it is too large, no YAML, of another shape, or a trap (aliases that multiply, tags, recursion)
     */
    public SpecDocument read(String text) {
        if (text.length() > MOST_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw InvalidSpecException.at(0, "the file is larger than 1 MiB; a cluster.yaml is a few kilobytes");
        }
        try {
            NodeReader reader = new NodeReader();
            Object content = reader.read(onlyDocument(text), "");
            return new SpecDocument(text, new ClusterSpec(asMap(content)), reader.lines());
        } catch (MarkedYAMLException e) {
            throw InvalidSpecException.at(e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1, explain(e));
        } catch (YAMLException e) {
            throw InvalidSpecException.at(0, "the file is no YAML: " + e.getMessage());
        }
    }

    private static Node onlyDocument(String text) {
        Iterator<Node> documents = yaml().composeAll(new StringReader(text)).iterator();
        if (!documents.hasNext()) {
            throw InvalidSpecException.at(0, "the file is empty");
        }
        Node first = documents.next();
        if (documents.hasNext()) {
            throw InvalidSpecException.at(
                    NodeReader.line(documents.next()), "the file has a second document; one file describes one cluster");
        }
        return first;
    }

    @SuppressWarnings("unchecked") // NodeReader makes maps with string keys only
    private static Map<String, Object> asMap(Object content) {
        if (content instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw InvalidSpecException.at(1, "the file must be a map with keys such as name and chartName");
    }

    private static String explain(MarkedYAMLException e) {
        String problem = e.getProblem();
        String hint = problem.contains("\\t") ? "; indent with spaces, not with tabs" : "";
        int column = e.getProblemMark() == null ? 0 : e.getProblemMark().getColumn() + 1;
        return "no valid YAML at column " + column + ": " + problem + hint;
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_BYTES);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(DEEPEST_NESTING);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new ScalarResolver());
    }
}
