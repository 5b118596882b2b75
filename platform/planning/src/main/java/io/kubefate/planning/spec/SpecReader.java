package io.kubefate.planning.spec;

import io.kubefate.planning.yaml.SyntaxProblem;
import io.kubefate.planning.yaml.YamlComposer;
import io.kubefate.planning.yaml.YamlSyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Parses a cluster.yaml in YAML or JSON. Input cannot load classes, expand without limit or recurse endlessly. Keys are text;
 * whole numbers have arbitrary size; decimal numbers keep their digits. {@code true/false/yes/no/on/off} are booleans,
 * {@code null}, {@code ~} and empty values are null, everything else is text.
 */
public final class SpecReader {

    /** The maximum size of a cluster.yaml, in bytes of UTF-8. */
    public static final int MAX_BYTES = 1024 * 1024;

    /** The maximum length of a text in it, in UTF-16 units. */
    public static final int MAX_TEXT = YamlComposer.MAX_TEXT;

    private static final Pattern ESCAPE = Pattern.compile("\\\\.", Pattern.DOTALL);
    private static final int MAX_ALIASES = 50;
    private static final int MAX_DEPTH = 50;
    private static final YamlComposer YAML = new YamlComposer(new PlainScalars(), options());

    /**
     * Parses a cluster.yaml from bytes.
     *
     * @param bytes UTF-8, with or without a byte order mark
     * @return its data and lines
     * @throws InvalidSpecException if it is not UTF-8, and for the reasons in {@link #read(String)}
     */
    public SpecDocument read(byte[] bytes) {
        checkSize(bytes.length);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            return read(StandardCharsets.UTF_8.newDecoder().decode(buffer).toString());
        } catch (CharacterCodingException e) {
            throw new InvalidSpecException("", lineAt(bytes, buffer.position()), "not a text file in UTF-8");
        }
    }

    /**
     * Parses a cluster.yaml.
     *
     * @param text YAML or JSON
     * @return its data and lines
     * @throws InvalidSpecException with the line and a remedy, if the text exceeds {@link #MAX_BYTES}, is not YAML, is empty, has
     *     several documents, is not a map at the top level, or has duplicate keys, tags, too many values, aliases or levels, or too
     *     long values
     */
    public SpecDocument read(String text) {
        checkSize(text.getBytes(StandardCharsets.UTF_8).length);
        return new NodeReader(4L * MAX_BYTES).read(root(yaml(text)));
    }

    /** Returns the text with changes; the same if there is nothing to amend. */
    AmendedSpec amend(String text, SpecAmendment amendment, Map<String, String> additions) {
        String yaml = yaml(text);
        AmendedSpec amended = amendment.amend(yaml, root(yaml), additions);
        return amended.text().equals(yaml) ? new AmendedSpec(text, amended.warnings()) : amended;
    }

    private static String yaml(String text) {
        return asYaml(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static MappingNode root(String yaml) {
        Node root = single(compose(yaml));
        if (root instanceof MappingNode map) {
            return map;
        }
        throw noMap(root, yaml);
    }

    private static InvalidSpecException noMap(Node root, String text) {
        List<SyntaxProblem> slips = root instanceof ScalarNode scalar ? YAML.slips(text, scalar) : List.of();
        String message = "the file must be a map with keys such as 'name: fate-9999' and 'chartVersion: v1.5.0'";
        return slips.isEmpty()
                ? new InvalidSpecException("", root.getStartMark().getLine() + 1, message)
                : invalid(text, slips);
    }

    /** The only line of the JSON of a client does not help. */
    private static InvalidSpecException invalid(String text, List<SyntaxProblem> problems) {
        boolean oneLine = text.startsWith("{") && text.strip().lines().count() == 1;
        return new InvalidSpecException(problems.stream()
                .map(problem -> LocatedProblem.error("", oneLine ? 0 : problem.line(), problem.message()))
                .toList());
    }

    private static void checkSize(int bytes) {
        if (bytes > MAX_BYTES) {
            throw new InvalidSpecException("", 0, "the file has " + bytes + " bytes; the limit is " + MAX_BYTES);
        }
    }

    /** Converts a feature of JSON that YAML 1.1 lacks: the escape {@code \/}. */
    private static String asYaml(String text) {
        if (!text.stripLeading().startsWith("{")) {
            return text;
        }
        return ESCAPE.matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(escape.group().equals("\\/") ? "/" : escape.group()));
    }

    private static List<Node> compose(String text) {
        try {
            return YAML.documents(text);
        } catch (YamlSyntaxException e) {
            throw invalid(text, e.problems());
        }
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_BYTES);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setNestingDepthLimit(MAX_DEPTH);
        return options;
    }

    /** Returns the only document that is not empty: a file may end with a line of dashes. */
    private static Node single(List<Node> documents) {
        List<Node> filled = documents.stream()
                .filter(document -> !Tag.NULL.equals(document.getTag()))
                .toList();
        if (filled.isEmpty()) {
            throw new InvalidSpecException("", 0, "the file is empty");
        }
        if (filled.size() > 1) {
            filled.forEach(FileKind::refuseKubernetesObject);
            int line = filled.get(1).getStartMark().getLine() + 1;
            throw new InvalidSpecException("", line, "a second document begins here; put each cluster in its own file");
        }
        return filled.get(0);
    }

    private static int lineAt(byte[] bytes, int end) {
        int line = 1;
        for (int i = 0; i < end; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
