package io.kubefate.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of this build, which the build writes into a resource. */
final class ReleaseVersion {

    private ReleaseVersion() {}

    /** {@return for example {@code v3.0.0} or {@code v3.0.0-SNAPSHOT}} */
    static String current() {
        try (InputStream resource = ReleaseVersion.class.getResourceAsStream("version.txt")) {
            return "v" + new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
