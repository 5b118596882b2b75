package io.kubefate.cli.completion;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A shell that can complete commands. */
public enum Shell {
    BASH,
    ZSH,
    FISH;

    /** {@return the script that connects the completion of the shell with {@code kubefate __complete}} */
    public String script() {
        try (InputStream script = Shell.class.getResourceAsStream(this + ".txt")) {
            return new String(requireNonNull(script, "the script is missing").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the name as on the command line} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
