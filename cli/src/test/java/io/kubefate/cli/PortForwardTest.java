package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service without an ingress, and a program in place of kubectl that prints what kubectl prints. */
class PortForwardTest extends ServiceTest {

    @BeforeEach
    void useNoSettings() {
        program = new CommandLineRunner(directory)
                .with("PATH", directory.resolve("bin").toString());
        service.on("GET /v1/job/", "{\"msg\":\"\",\"data\":[]}");
    }

    @Test
    void connectsThroughKubernetes() throws IOException {
        kubectl("echo $* > " + directory.resolve("arguments") + "; echo $$ > " + directory.resolve("pid")
                + "; echo 'Forwarding from 127.0.0.1:" + service.address().replace("localhost:", "")
                + " -> 8080'; exec sleep 60");

        Result login = program.typing("secret\n").run("login", "--kubeconfig", "kube.yaml", "--password-stdin");
        Result list = program.run("job", "list");

        assertThat(login.out()).contains("The current context is kubernetes.");
        assertThat(list.exitCode()).isZero();
        assertThat(Files.readString(directory.resolve("arguments")))
                .isEqualTo("--kubeconfig=" + directory.resolve("kube.yaml")
                        + " --namespace=kube-fate port-forward --address=127.0.0.1 service/kubefate :8080\n");
        long pid = Long.parseLong(Files.readString(directory.resolve("pid")).strip());
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
    }

    @Test
    void explainsThatItRequiresKubectl() {
        Result result = program.with("FATECLOUD_USER_PASSWORD", "secret").run("job", "list", "--kubeconfig", "k");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("requires the program kubectl, which is not in PATH", "--server");
    }

    @Test
    void printsTheReasonOfKubectl() throws IOException {
        kubectl("echo 'Error from server (NotFound): services \"kubefate\" not found' >&2; exit 1");

        Result result = program.with("FATECLOUD_USER_PASSWORD", "secret").run("job", "list", "--kubeconfig", "k");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("services \"kubefate\" not found", "--namespace=kube-fate get service,pods");
    }

    private void kubectl(String script) throws IOException {
        Path file = Files.createDirectories(directory.resolve("bin")).resolve("kubectl");
        Files.writeString(file, "#!/bin/sh\nPATH=/usr/bin:/bin\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
