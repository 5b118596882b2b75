package io.kubefate.planning.manifest;

import java.util.List;

/** Parses the text that a template renders to. Objects are never modified, so a reader may return cached ones. */
@FunctionalInterface
public interface ObjectReader {

    /**
     * Parses YAML documents.
     *
     * @param template the template's name, for messages
     * @param text any number of YAML documents; empty ones are skipped
     * @return an object for each document
     * @throws InvalidManifestException if the text is not YAML or a document is not a map
     */
    List<Manifest> read(String template, String text);
}
