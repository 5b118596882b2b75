package io.kubefate.cli.context;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.jsonpath.JsonPathException;
import io.kubefate.cli.jsonpath.JsonPathTemplate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A value of {@code --output}. JSON, YAML and the template have the names of the REST API.
 *
 * @param template of {@code jsonpath=}
 */
public record OutputFormat(Kind kind, Optional<JsonPathTemplate> template) {

    public static final OutputFormat TABLE = new OutputFormat(Kind.TABLE, Optional.empty());

    private static final String TEMPLATE_PREFIX = "jsonpath=";

    public enum Kind {
        TABLE,
        /** A table with more columns. */
        WIDE,
        /** What to name each item by on the command line. */
        NAME,
        JSON,
        YAML,
        JSONPATH
    }

    public OutputFormat {
        requireNonNull(kind, "kind is null");
        requireNonNull(template, "template is null");
    }

    /**
     * Reads a format as on the command line.
     *
     * @throws IllegalArgumentException if there is no such format, or the template is invalid
     */
    public static OutputFormat of(String text) {
        if (text.regionMatches(true, 0, TEMPLATE_PREFIX, 0, TEMPLATE_PREFIX.length())) {
            return template(text.substring(TEMPLATE_PREFIX.length()));
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.JSONPATH && kind.name().equalsIgnoreCase(text))
                .findFirst()
                .map(kind -> kind == Kind.TABLE ? TABLE : new OutputFormat(kind, Optional.empty()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "invalid format: " + text + "; use table, wide, name, json, yaml or jsonpath=TEMPLATE"));
    }

    private static OutputFormat template(String text) {
        if (text.isBlank()) {
            throw new JsonPathException("jsonpath requires a template, for example jsonpath='{.items[*].uuid}'");
        }
        return new OutputFormat(Kind.JSONPATH, Optional.of(JsonPathTemplate.parse(text)));
    }

    /** {@return whether people read the output, so that it may have further lines} */
    public boolean isTable() {
        return kind == Kind.TABLE || kind == Kind.WIDE;
    }

    /** {@return the name as on the command line} */
    @Override
    public String toString() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return template.map(text -> name + "=" + text).orElse(name);
    }
}
