package io.kubefate.plugin.testing.object;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A parsed configuration file.
 *
 * @param data its values, if it is YAML, JSON or properties
 * @param skeleton what is left of its text without the values, if it is something else
 */
record ConfigFile(Object data, String skeleton) {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNameLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Comments, literals and identifiers of MySQL; a backslash escapes a quote. */
    private static final Pattern SQL = Pattern.compile(
            "(?:--\\s|#)[^\n]*+|/\\*.*?\\*/|'[^'\\\\]*+(?:(?:\\\\.|'')[^'\\\\]*+)*+'|`[^`]*+(?:``[^`]*+)*+`",
            Pattern.DOTALL);

    /** Comments and double quotes, then words in single quotes with the text between two of them. */
    private static final Pattern SHELL = Pattern.compile(
            "(?<=^|\\s)#[^\n]*+|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'[^']*+'(?:\\\\''[^']*+')*+", Pattern.DOTALL);

    /**
     * Reads a file.
     *
     * @param name its extension says what it is
     * @param text its content
     * @return the parsed file; only the text if it cannot be parsed
     */
    static ConfigFile of(String name, String text) {
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "json" -> data(json(text).or(() -> yaml(text)), text);
            case "yaml", "yml" -> data(yaml(text), text);
            case "properties" -> new ConfigFile(properties(text), "");
            case "sql" -> new ConfigFile(Map.of(), without(SQL, text));
            case "sh" -> new ConfigFile(Map.of(), without(SHELL, text));
            default -> new ConfigFile(Map.of(), text.lines().count() + " lines");
        };
    }

    private static ConfigFile data(Optional<Object> data, String text) {
        return data.map(read -> new ConfigFile(read, "")).orElseGet(() -> new ConfigFile(Map.of(), text));
    }

    private static Optional<Object> json(String text) {
        try {
            return Optional.ofNullable(JSON.readValue(text, Object.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> yaml(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(16 * 1024 * 1024);
        try {
            return Optional.ofNullable(new Yaml(new SafeConstructor(options)).load(text));
        } catch (YAMLException e) {
            return Optional.empty();
        }
    }

    private static Map<Object, Object> properties(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            return Map.of("no properties", e.toString());
        }
        return new TreeMap<>(properties);
    }

    /** Replaces literals. */
    private static String without(Pattern tokens, String text) {
        return tokens.matcher(text)
                .replaceAll(token ->
                        "'`".indexOf(token.group().charAt(0)) < 0 ? Matcher.quoteReplacement(token.group()) : "?");
    }
}
