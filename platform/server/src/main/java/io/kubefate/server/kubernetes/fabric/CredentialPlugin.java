package io.kubefate.server.kubernetes.fabric;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.ExecConfig;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program that gives the credentials of a kubeconfig's user, and which the client runs. It ignores failures of the program and sends
 * requests without credentials, so this class finds out what failed.
 *
 * @param user the name of the user
 * @param exec the program, as the kubeconfig has it
 * @param folder the folder of the kubeconfig, to which a path is relative
 */
record CredentialPlugin(String user, ExecConfig exec, Path folder) {

    private static final int TIMEOUT_SECONDS = 20;

    CredentialPlugin {
        requireNonNull(user, "user is null");
        requireNonNull(exec, "exec is null");
        requireNonNull(folder, "folder is null");
    }

    /**
     * Returns why there can be no credentials.
     *
     * @param searchPath the value of {@code PATH}
     */
    Optional<String> obstacle(String searchPath) {
        return isInstalled(searchPath)
                ? Optional.empty()
                : Optional.of(name() + " is not installed: " + exec.getCommand() + " not found" + hint());
    }

    /** Runs the program and describes its failure. */
    String failure() {
        try {
            return name() + " returns no credentials: " + output();
        } catch (IOException e) {
            return name() + " cannot be run: " + e.getMessage() + hint();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return name() + " returns no credentials";
        }
    }

    private String output() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program()));
        command.addAll(Optional.ofNullable(exec.getArgs()).orElse(List.of()));
        Path errors = Files.createTempFile("credential-plugin", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(errors.toFile());
            Optional.ofNullable(exec.getEnv())
                    .orElse(List.of())
                    .forEach(variable -> builder.environment().put(variable.getName(), variable.getValue()));
            Process process = builder.start();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "it does not end within " + TIMEOUT_SECONDS + " s";
            }
            return "exit code " + process.exitValue() + ", " + lastLine(errors);
        } finally {
            Files.deleteIfExists(errors);
        }
    }

    private static String lastLine(Path errors) throws IOException {
        List<String> lines = new String(Files.readAllBytes(errors), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        return lines.isEmpty()
                ? "nothing on stderr"
                : lines.get(lines.size() - 1).strip();
    }

    private boolean isInstalled(String searchPath) {
        String program = program();
        return program.contains(File.separator)
                ? Files.isExecutable(Path.of(program))
                : Stream.of(searchPath.split(File.pathSeparator))
                        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    private String program() {
        String command = exec.getCommand();
        return command.contains(File.separator)
                ? folder.resolve(command).normalize().toString()
                : command;
    }

    private String name() {
        return "the credential plugin of user \"" + user + "\"";
    }

    private String hint() {
        return Optional.ofNullable(exec.getInstallHint())
                .map(text -> "; " + text.strip().replaceAll("\\s+", " "))
                .orElse("");
    }
}
