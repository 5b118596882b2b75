package io.kubefate.planning.yaml;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.resolver.Resolver;

/** Composes the nodes of a YAML text. Other than SnakeYAML, it accepts tabs between tokens, as YAML 1.2 does. */
public final class YamlComposer {

    /** The maximum length of a key or value, in UTF-16 units. This size fits into a ConfigMap, a variable or an argument. */
    public static final int MAX_TEXT = 64 * 1024;

    /** The maximum number of keys and values, several times that of a federation of a thousand parties. */
    public static final int MAX_VALUES = 40_000;

    private final Resolver resolver;
    private final LoaderOptions options;

    /** @param options not modified any more */
    public YamlComposer(Resolver resolver, LoaderOptions options) {
        this.resolver = requireNonNull(resolver, "resolver is null");
        this.options = requireNonNull(options, "options is null");
    }

    /**
     * Returns the documents of a text.
     *
     * @throws YamlSyntaxException also if the text exceeds a limit
     */
    public List<Node> documents(String text) throws YamlSyntaxException {
        try {
            return compose(text);
        } catch (YAMLException e) {
            throw new YamlSyntaxException(new SyntaxDiagnosis(this::compose).explain(text, e), e);
        }
    }

    /**
     * Returns what made text of a map: {@code key:value} without a space.
     *
     * @param text the document
     * @param scalar a plain scalar of the document
     * @return the problems by line; may be empty
     */
    public List<SyntaxProblem> slips(String text, ScalarNode scalar) {
        YamlLines lines = YamlLines.of(text);
        Region region =
                new Region(scalar.getStartMark().getLine(), scalar.getEndMark().getLine());
        return new SlipFinder(lines)
                .colons(region).stream().map(SyntaxProblem::of).toList();
    }

    private List<Node> compose(String text) {
        BitSet tabs = text.indexOf('\t') < 0 ? new BitSet() : YamlLines.of(text).indentationTabs();
        BoundedParser parser = new BoundedParser(new DocumentText(text, tabs), options);
        Composer composer = new Composer(parser, resolver, options);
        List<Node> documents = new ArrayList<>();
        while (composer.checkNode()) {
            documents.add(composer.getNode());
        }
        return documents;
    }
}
