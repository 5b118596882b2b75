package io.kubefate.planning.render;

import java.util.Arrays;

/** The type of file that a template renders to, by the extension before {@code .ftl}. */
enum FileType {
    /** Every value is a whole JSON scalar. */
    YAML("*.yaml.ftl", new ValueFormat("YAML", Escapes::json)),
    /** Like YAML, of which JSON is a subset. */
    JSON("*.json.ftl", new ValueFormat("JSON", Escapes::json)),
    /** Every value is text after an equals sign. */
    PROPERTIES("*.properties.ftl", new ValueFormat("properties", Escapes::properties)),
    /** Every value is a string literal. */
    SQL("*.sql.ftl", new ValueFormat("SQL", Escapes::sql)),
    /** Every value is a quoted word. */
    SHELL("*.sh.ftl", new ValueFormat("shell", Escapes::shell)),
    /** Every value is text without line breaks. */
    OTHER("*", new ValueFormat("text", Escapes::line));

    private final String glob;
    private final ValueFormat format;

    FileType(String glob, ValueFormat format) {
        this.glob = glob;
        this.format = format;
    }

    /** Returns the pattern for template names of this type; the first matching type in declaration order applies. */
    String glob() {
        return glob;
    }

    ValueFormat format() {
        return format;
    }

    static ValueFormat[] formats() {
        return Arrays.stream(values()).map(FileType::format).toArray(ValueFormat[]::new);
    }
}
