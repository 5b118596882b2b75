package io.kubefate.cli.text;

/** A text is not valid YAML or not a map; the message has line and column if known. */
public final class YamlException extends Exception {

    private static final long serialVersionUID = 1L;

    YamlException(String message) {
        super(message);
    }

    YamlException(String message, Throwable cause) {
        super(message, cause);
    }
}
