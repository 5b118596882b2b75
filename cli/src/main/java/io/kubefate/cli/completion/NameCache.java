package io.kubefate.cli.completion;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Keeps names for a few seconds, because users press TAB several times in a row. */
public final class NameCache {

    private static final Duration LIFETIME = Duration.ofSeconds(5);

    private final Path folder;

    public NameCache(Path folder) {
        this.folder = requireNonNull(folder, "folder is null");
    }

    /** {@return the names of a key: those of the cache if they are new enough, otherwise those of the source} */
    List<String> find(String key, Supplier<List<String>> source) {
        Path file = folder.resolve(
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString());
        try {
            if (isNew(file)) {
                return Files.readAllLines(file);
            }
        } catch (IOException e) {
            // somebody else has just replaced or removed it
        }
        List<String> names = source.get();
        write(file, names);
        return names;
    }

    private static boolean isNew(Path file) throws IOException {
        return Files.exists(file)
                && Files.getLastModifiedTime(file).toInstant().plus(LIFETIME).isAfter(Instant.now());
    }

    /** Completion works without the cache, too. */
    private void write(Path file, List<String> names) {
        try {
            Files.createDirectories(folder);
            Path temporary = Files.createTempFile(folder, "names", "");
            Files.write(temporary, names);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // the next TAB asks the service again
        }
    }
}
