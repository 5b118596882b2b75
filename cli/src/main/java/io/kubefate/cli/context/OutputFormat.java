package io.kubefate.cli.context;

import java.util.Locale;

/** The values of {@code --output}. JSON and YAML have the names of the REST API. */
public enum OutputFormat {
    TABLE,
    JSON,
    YAML;

    /** {@return the name as on the command line} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
