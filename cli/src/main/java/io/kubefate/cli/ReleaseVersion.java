package io.kubefate.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of this build, from a resource that the build writes. */
final class ReleaseVersion {

    private ReleaseVersion() {}

    /** {@return for example {@code v3.0.0} or {@code v3.0.0-SNAPSHOT}} */
    static String current() {
        try (InputStream resource = ReleaseVersion.class.getResourceAsStream("version.txt")) {
            requireNonNull(resource, "version.txt is missing");
            return "v" + new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
