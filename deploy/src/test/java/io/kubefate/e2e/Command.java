package io.kubefate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

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
    record Result(int exitCode, String out, String err) {

        /** {@return this; fails the test if the program failed} */
        Result succeeded() {
            if (exitCode != 0) {
                throw new AssertionError(this);
            }
            return this;
        }
    }

    /**
     * Runs a program.
     *
     * @param environment more variables
     * @param folder its working directory
     * @param words the program and its arguments
     * @return what it did
     */
    static Result run(Map<String, String> environment, Path folder, List<String> words) {
        return start(environment, folder, words).end();
    }

    /**
     * Starts a program.
     *
     * @param environment more variables
     * @param folder its working directory
     * @param words the program and its arguments
     * @return the program
     */
    static Running start(Map<String, String> environment, Path folder, List<String> words) {
        try {
            Path out = Files.createTempFile("kubefate-e2e", ".out");
            Path err = Files.createTempFile("kubefate-e2e", ".err");
            ProcessBuilder builder = new ProcessBuilder(interruptible(words))
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            return new Running(words, builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program that a background job starts ignores Ctrl-C unless that is reset. */
    private static List<String> interruptible(List<String> words) {
        return Stream.concat(Stream.of("env", "--default-signal=INT"), words.stream())
                .toList();
    }

    /**
     * A program that runs.
     *
     * @param words the program and its arguments
     * @param process its process
     * @param outFile what it prints
     * @param errFile what it complains of
     */
    record Running(List<String> words, Process process, Path outFile, Path errFile) {

        /** {@return what it has printed so far} */
        String out() {
            return read(outFile);
        }

        /** {@return what it has complained of so far} */
        String err() {
            return read(errFile);
        }

        /** Does what Ctrl-C does. */
        void interrupt() {
            run(Map.of(), Path.of("."), List.of("kill", "-INT", String.valueOf(process.pid())));
        }

        /** {@return what it did, once it has ended} */
        Result end() {
            return end(Duration.ofMinutes(LIMIT_MINUTES));
        }

        /** {@return what it did, once it has ended within this time} */
        Result end(Duration limit) {
            try {
                if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException(words + " did not end");
                }
                Result result = new Result(process.exitValue(), read(outFile), read(errFile));
                Files.deleteIfExists(outFile);
                Files.deleteIfExists(errFile);
                return result;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private static String read(Path file) {
            try {
                return Files.readString(file, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
