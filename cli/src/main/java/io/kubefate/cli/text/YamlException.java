package io.kubefate.cli.text;

/** A text is not the YAML that was wanted; the message says what is wrong, with line and column where known. */
public final class YamlException extends Exception {

    private static final long serialVersionUID = 1L;

    YamlException(String message) {
        super(message);
    }

    YamlException(String message, Throwable cause) {
        super(message, cause);
    }
}
