package io.kubefate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The wall clock of a process, which jumps when told so, with Debian's package faketime. The time that elapses stays right. */
final class JumpingClock {

    private static final Path LIBRARY = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

    private final Path offset;

    /** @param folder for the file with the offset */
    JumpingClock(Path folder) {
        this.offset = folder.resolve("clock-offset");
        jump(Duration.ZERO);
    }

    static boolean isPossible() {
        return Files.isReadable(LIBRARY);
    }

    /** {@return the variables of the process; the last two leave the monotonic clock alone, with which the JVM waits} */
    Map<String, String> variables() {
        return Map.of(
                "LD_PRELOAD", LIBRARY.toString(),
                "FAKETIME_TIMESTAMP_FILE", offset.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }

    /** Sets the clock to the time with an offset, within a second. */
    void jump(Duration by) {
        try {
            Files.writeString(offset, "%+d".formatted(by.toSeconds()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
