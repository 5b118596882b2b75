package io.kubefate.cli.text;

import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads and writes YAML as plain maps, lists and scalars. */
public final class Yaml {

    private static final int DOCUMENT_WIDTH = 120;

    private Yaml() {}

    /**
     * Reads one document whose top level is a map.
     *
     * @return the map in the order of the text; empty for an empty document
     * @throws YamlException if the text is not YAML, has several documents, or is not a map
     */
    public static Map<?, ?> loadMap(String text) throws YamlException {
        if (text.isBlank()) {
            return Map.of(); // without the start of SnakeYAML
        }
        Object value = load(text).orElse(Map.of());
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new YamlException("the top level is not a map of keys and values");
    }

    /**
     * Writes a value in block style; long texts are folded.
     *
     * @param value maps, lists and scalars
     * @param width the preferred length of a line
     * @return YAML text that ends with a line break
     */
    public static String dump(Object value, int width) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(width);
        return new org.yaml.snakeyaml.Yaml(options).dump(value);
    }

    /**
     * Writes a value in block style, with the fields that it has as JSON.
     *
     * @param value a record of the API, or maps, lists and scalars
     * @return YAML text that ends with a line break
     */
    public static String document(Object value) {
        return dump(Json.plain(value), DOCUMENT_WIDTH);
    }

    private static Optional<Object> load(String text) throws YamlException {
        try {
            return Optional.ofNullable(new YamlDocument().read(text));
        } catch (MarkedYAMLException e) {
            throw new YamlException("not YAML: " + position(e) + e.getProblem(), e);
        } catch (YAMLException e) {
            throw new YamlException("not YAML: " + e.getMessage(), e);
        }
    }

    private static String position(MarkedYAMLException e) {
        if (e.getProblemMark() == null) {
            return "";
        }
        return "line " + (e.getProblemMark().getLine() + 1) + ", column "
                + (e.getProblemMark().getColumn() + 1) + ": ";
    }
}
