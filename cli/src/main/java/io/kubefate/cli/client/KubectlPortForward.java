package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.configuration.Target;
import io.kubefate.cli.error.CommandException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A {@code kubectl port-forward} to the service, on a free port of this machine. Ends when it is closed or this process ends. */
public final class KubectlPortForward implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Forwarding from 127\\.0\\.0\\.1:(\\d+) ->.*");
    private static final int TIMEOUT_SECONDS = 20;

    private final Process kubectl;
    private final URI address;

    private KubectlPortForward(Process kubectl, URI address) {
        this.kubectl = requireNonNull(kubectl, "kubectl is null");
        this.address = requireNonNull(address, "address is null");
    }

    /**
     * Starts the program and waits until it listens.
     *
     * @param path the folders with programs, as in the variable {@code PATH}
     * @throws CommandException if there is no kubectl, or it fails, with its output
     */
    public static KubectlPortForward start(Target.PortForward target, String path) {
        Process kubectl = process(target, program(path));
        Runtime.getRuntime().addShutdownHook(new Thread(kubectl::destroy, "end-port-forward"));
        CompletableFuture<String> port = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(kubectl, port), "port-forward");
        reader.setDaemon(true);
        reader.start();
        try {
            String number = port.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return new KubectlPortForward(kubectl, URI.create("http://127.0.0.1:" + number + "/"));
        } catch (TimeoutException e) {
            kubectl.destroy();
            throw failure(target, "it does not listen within " + TIMEOUT_SECONDS + " s", e);
        } catch (ExecutionException e) {
            throw failure(target, text(e), e);
        } catch (InterruptedException e) {
            kubectl.destroy();
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while waiting for kubectl", e);
        }
    }

    /** {@return the address of the service} */
    public URI address() {
        return address;
    }

    @Override
    public void close() {
        kubectl.destroy();
    }

    private static Path program(String path) {
        return Arrays.stream(path.split(File.pathSeparator))
                .flatMap(folder -> Stream.of("kubectl", "kubectl.exe").map(name -> Path.of(folder, name)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .orElseThrow(() -> new CommandException("a connection with a kubeconfig requires the program kubectl,"
                        + " which is not in PATH.\nInstall kubectl, or use the address of the service with --server."));
    }

    private static Process process(Target.PortForward target, Path program) {
        try {
            return new ProcessBuilder(
                            program.toString(),
                            "--kubeconfig=" + target.kubeconfig(),
                            "--namespace=" + target.namespace(),
                            "port-forward",
                            "--address=127.0.0.1",
                            "service/" + target.name(),
                            ":" + target.port())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new CommandException("cannot start " + program + ": " + e.getMessage(), e);
        }
    }

    /** Reads until the end, because kubectl blocks when nobody reads its output. */
    private static void read(Process kubectl, CompletableFuture<String> port) {
        StringBuilder text = new StringBuilder();
        try (BufferedReader output = kubectl.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Matcher ready = READY.matcher(line);
                if (ready.matches()) {
                    port.complete(ready.group(1));
                } else if (!port.isDone()) {
                    text.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            text.append(e.getMessage());
        }
        port.completeExceptionally(new IOException(text.toString().strip()));
    }

    private static String text(ExecutionException failure) {
        return Optional.ofNullable(failure.getCause())
                .map(Throwable::getMessage)
                .orElse("unknown reason");
    }

    private static CommandException failure(Target.PortForward target, String reason, Exception cause) {
        return new CommandException(
                "kubectl port-forward to " + target.text() + " failed: " + reason + "\nCheck: kubectl --kubeconfig="
                        + target.kubeconfig() + " --namespace=" + target.namespace() + " get service,pods",
                cause);
    }
}
