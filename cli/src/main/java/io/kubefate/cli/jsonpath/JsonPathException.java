package io.kubefate.cli.jsonpath;

/** A template is invalid; the message says where. */
public final class JsonPathException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public JsonPathException(String message) {
        super(message);
    }
}
