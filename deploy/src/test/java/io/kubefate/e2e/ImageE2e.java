package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Podman, which reads the same tar as {@code docker load}, loads the image and runs the service as strictly as Kubernetes does. */
class ImageE2e {

    private static final Path PODMAN = Path.of("/usr/bin/podman");
    private static final Path RUNC = Path.of("/usr/sbin/runc");
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final String CONTAINER = "service";

    @TempDir
    private static Path storage;

    private static String image = "";

    @BeforeAll
    static void load() throws IOException {
        assumeTrue(Files.isExecutable(PODMAN), PODMAN + " is not installed");
        Optional<Path> tar = tar();
        assumeTrue(tar.isPresent(), "there is no image: build it with -Pimage");

        Command.Result loaded = podman("load", "--input", tar.orElseThrow().toString());

        assertThat(loaded.exitCode()).as(loaded.toString()).isZero();
        image = loaded.out().strip().replaceFirst("^Loaded image: ", "");
        assertThat(image).matches("(localhost/)?federatedai/kubefate:v.+");
    }

    @AfterAll
    static void remove() {
        if (!image.isEmpty()) {
            podman("rm", "--force", "--all");
            podman("rmi", "--force", "--all");
        }
    }

    @Test
    void theServiceStartsAsAnOrdinaryUserOnAReadOnlyFileSystem() {
        Command.Result started = podman(
                "run",
                "--detach",
                "--name=" + CONTAINER,
                "--read-only",
                "--tmpfs=/tmp",
                "--network=none",
                "--cap-drop=all",
                "--security-opt=no-new-privileges",
                // The default of Podman can be more than this process may set.
                "--ulimit=nofile=1024",
                "--ulimit=nproc=1024",
                "--env=KUBEFATE_KUBERNETES=sandbox",
                image);
        assertThat(started.exitCode()).as(started.toString()).isZero();

        Eventually.holds(
                "the service answers",
                LIMIT,
                () -> inContainer("wget -qO- http://127.0.0.1:8080/").exitCode() == 0);

        assertThat(inContainer("id -u").out()).isEqualTo("1000\n");
        assertThat(inContainer("touch /opt/new").err()).contains("Read-only file system");
    }

    private static Command.Result inContainer(String command) {
        return podman("exec", CONTAINER, "/bin/sh", "-c", command);
    }

    private static Optional<Path> tar() throws IOException {
        Path target = Path.of("image/target");
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches("kubefate-image-.*\\.tar"))
                    .map(Path::toAbsolutePath)
                    .findFirst();
        }
    }

    /** Runs it with storage of its own, without a service, and with the runtime that works with every version of cgroups. */
    private static Command.Result podman(String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                PODMAN.toString(),
                "--root=" + storage.resolve("root"),
                "--runroot=" + storage.resolve("run"),
                "--storage-driver=vfs",
                "--cgroup-manager=cgroupfs"));
        if (Files.isExecutable(RUNC)) {
            words.add("--runtime=runc");
        }
        words.addAll(List.of(arguments));
        return Command.run(Map.of(), storage, words);
    }
}
