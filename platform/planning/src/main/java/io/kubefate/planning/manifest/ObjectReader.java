package io.kubefate.planning.manifest;

import java.util.List;

/** Makes objects of the text that a template renders to. Nobody changes an object, so a reader may return the same one again. */
@FunctionalInterface
public interface ObjectReader {

    /**
     * Reads documents.
     *
     * @param template the template, for messages
     * @param text YAML, any number of documents; empty ones are left out
     * @return an object for each document
     * @throws InvalidManifestException if the text is not YAML or a document is not a map
     */
    List<Manifest> read(String template, String text);
}
