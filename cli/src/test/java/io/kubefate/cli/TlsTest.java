package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service with a certificate of its own, which no Java trusts. */
class TlsTest {

    private static TlsService server;
    private static Path authority;

    @TempDir
    Path directory;

    private CommandLineRunner program;

    /** A certificate takes longer than all tests. */
    @BeforeAll
    static void startServer(@TempDir Path folder) throws IOException {
        server = new TlsService(folder, "localhost");
        authority = folder.resolve("ca.pem");
    }

    @BeforeEach
    void start() {
        program = new CommandLineRunner(directory);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void explainsACertificateThatIsNotTrusted() {
        Result result = login("localhost");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("TLS failed", "--certificate-authority=<file>");
    }

    @Test
    void trustsTheCertificateAuthorityOfTheContext() {
        assertThat(login("localhost", "--certificate-authority", authority.toString())
                        .err())
                .isEmpty();
    }

    @Test
    void checksTheHostNameOfACertificateOfThatAuthority() {
        assertThat(login("127.0.0.1", "--certificate-authority", authority.toString())
                        .err())
                .contains("TLS failed");
    }

    @Test
    void trustsEverythingOnlyOnRequest() {
        assertThat(login("127.0.0.1", "--insecure-skip-tls-verify").err()).isEmpty();
    }

    @Test
    void doctorExplainsTheCertificate() {
        program.run("context", "set", "a", "--server", "https://localhost:" + server.port());
        program.run(
                "context",
                "set",
                "b",
                "--server",
                "https://localhost:" + server.port(),
                "--certificate-authority",
                authority.toString());

        assertThat(program.run("doctor", "--context", "a").out())
                .contains("failed   tls: ", "The certificate is valid from 20", "check the clock of this machine");
        assertThat(program.run("doctor", "--context", "b").out())
                .contains("ok       tls: certificate of localhost, valid until", "failed   http: another server");
    }

    @Test
    void rejectsAFileWithoutCertificates() throws IOException {
        Files.writeString(directory.resolve("empty.pem"), "");

        assertThat(login("localhost", "--certificate-authority", "empty.pem").err())
                .contains("empty.pem has no certificate");
        assertThat(login("localhost", "--certificate-authority", "nix.pem").err())
                .contains("cannot read the certificate authority");
    }

    private Result login(String host, String... options) {
        String[] command = {"login", "--server", "https://" + host + ":" + server.port(), "--password-stdin"};
        String[] all = Arrays.copyOf(command, command.length + options.length);
        System.arraycopy(options, 0, all, command.length, options.length);
        return program.typing("secret\n").run(all);
    }
}
