package io.kubefate.plugin.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Text files in a plugin's jar. */
public final class Resource {

    private Resource() {}

    /**
     * Reads a file.
     *
     * @param name its path from the root of the jar, for example {@code schema.json}
     * @return its text
     * @throws IllegalStateException if the jar has no such file
     */
    public static String text(String name) {
        try (InputStream stream = Resource.class.getResourceAsStream("/" + name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing in the plugin's jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
