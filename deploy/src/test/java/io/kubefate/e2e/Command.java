package io.kubefate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that is run to its end. */
final class Command {

    private static final long LIMIT_MINUTES = 5;

    private Command() {}

    /**
     * What a program did.
     *
     * @param exitCode its exit code
     * @param out what it printed
     * @param err what it complained of
     */
    record Result(int exitCode, String out, String err) {}

    /**
     * Runs a program.
     *
     * @param environment more variables
     * @param folder its working directory
     * @param words the program and its arguments
     * @return what it did
     */
    static Result run(Map<String, String> environment, Path folder, List<String> words) {
        try {
            Path out = Files.createTempFile("kubefate-e2e", ".out");
            Path err = Files.createTempFile("kubefate-e2e", ".err");
            try {
                ProcessBuilder builder = new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
                builder.environment().putAll(environment);
                Process process = builder.start();
                if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                    throw new IllegalStateException(words + " did not end");
                }
                return new Result(process.exitValue(), read(out), read(err));
            } finally {
                Files.deleteIfExists(out);
                Files.deleteIfExists(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
