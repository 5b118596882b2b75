package io.kubefate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of expected text in src/test/resources. With {@code -Dgolden.write=true} it is rewritten instead of compared. */
public record GoldenFile(String name) {

    public void assertHas(String text) {
        Path file = Path.of("src/test/resources").resolve(name);
        try {
            if (Boolean.getBoolean("golden.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(text).as(name).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text() {
        try {
            return Files.readString(Path.of("src/test/resources").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
