package io.kubefate.planning.render;

import java.util.Arrays;

/** What a template makes, by the extension before {@code .ftl}. */
enum FileType {
    /** Every value is a whole JSON scalar. */
    YAML("*.yaml.ftl", new ValueFormat("YAML", Escapes::json)),
    /** The same; JSON is YAML. */
    JSON("*.json.ftl", new ValueFormat("JSON", Escapes::json)),
    /** Every value is text after an equals sign. */
    PROPERTIES("*.properties.ftl", new ValueFormat("properties", Escapes::properties)),
    /** Every value is a string literal. */
    SQL("*.sql.ftl", new ValueFormat("SQL", Escapes::sql)),
    /** Every value is a quoted word. */
    SHELL("*.sh.ftl", new ValueFormat("shell", Escapes::shell)),
    /** Every value is text that stays on its line. */
    OTHER("*", new ValueFormat("text", Escapes::line));

    private final String glob;
    private final ValueFormat format;

    FileType(String glob, ValueFormat format) {
        this.glob = glob;
        this.format = format;
    }

    /** {@return which template names are of this type, the first that matches in the order of declaration} */
    String glob() {
        return glob;
    }

    /** {@return how it prints values} */
    ValueFormat format() {
        return format;
    }

    /** {@return every format} */
    static ValueFormat[] formats() {
        return Arrays.stream(values()).map(FileType::format).toArray(ValueFormat[]::new);
    }
}
