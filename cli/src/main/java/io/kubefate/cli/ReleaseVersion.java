package io.kubefate.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The version of this build, from what the build writes in the manifest of the jar and in a resource. */
final class ReleaseVersion {

    private ReleaseVersion() {}

    /** {@return for example {@code v3.0.0} or {@code v3.0.0-SNAPSHOT}} */
    static String current() {
        return "v"
                + Optional.ofNullable(ReleaseVersion.class.getPackage().getImplementationVersion())
                        .orElseGet(ReleaseVersion::ofResource);
    }

    /** Slower: Java opens the jar for it, but not for its classes, which are in an archive. */
    private static String ofResource() {
        try (InputStream resource = ReleaseVersion.class.getResourceAsStream("version.txt")) {
            requireNonNull(resource, "version.txt is missing");
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
