package io.kubefate.cli.context;

import java.util.Locale;

/** How an answer is printed. */
public enum OutputFormat {
    /** For people. */
    TABLE,
    /** For programs, named as in the REST API. */
    JSON,
    /** The same as YAML. */
    YAML;

    /** {@return the name as it is written on the command line} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
