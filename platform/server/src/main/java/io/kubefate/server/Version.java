package io.kubefate.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of this build. */
final class Version {

    private Version() {}

    /** Returns the version, for example {@code v3.0.0}, which the build writes to a resource. */
    static String current() {
        try (InputStream stream = Version.class.getResourceAsStream("version.txt")) {
            return "v" + new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
