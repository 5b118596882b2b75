package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.kubefate.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service with a certificate of its own, which no Java trusts. */
class TlsTest {

    @TempDir
    Path directory;

    private HttpsServer server;
    private CommandLineRunner program;

    @BeforeEach
    void start() throws Exception {
        Path store = directory.resolve("server.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=kubefate",
                "-ext",
                "san=dns:localhost",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit");
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "server",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit",
                "-file",
                directory.resolve("ca.pem").toString());
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] reply = "{\"code\":200,\"expire\":\"2030-01-01T00:00:00Z\",\"token\":\"t\"}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
            exchange.close();
        });
        server.start();
        program = new CommandLineRunner(directory);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void explainsACertificateThatIsNotTrusted() {
        Result result = login("localhost");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("TLS failed", "--certificate-authority=<file>");
    }

    @Test
    void trustsTheCertificateAuthorityOfTheContext() {
        assertThat(login("localhost", "--certificate-authority", "ca.pem").err())
                .isEmpty();
    }

    @Test
    void checksTheHostNameOfACertificateOfThatAuthority() {
        assertThat(login("127.0.0.1", "--certificate-authority", "ca.pem").err())
                .contains("TLS failed");
    }

    @Test
    void trustsEverythingOnlyOnRequest() {
        assertThat(login("127.0.0.1", "--insecure-skip-tls-verify").err()).isEmpty();
    }

    @Test
    void doctorExplainsTheCertificate() {
        program.run(
                "context",
                "set",
                "a",
                "--server",
                "https://localhost:" + server.getAddress().getPort());
        program.run(
                "context",
                "set",
                "b",
                "--server",
                "https://localhost:" + server.getAddress().getPort(),
                "--certificate-authority",
                "ca.pem");

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
        String[] command = {
            "login", "--server", "https://" + host + ":" + server.getAddress().getPort(), "--password-stdin"
        };
        String[] all = Arrays.copyOf(command, command.length + options.length);
        System.arraycopy(options, 0, all, command.length, options.length);
        return program.typing("secret\n").run(all);
    }

    private static SSLContext context(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(store)) {
            keys.load(stream, "changeit".toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(output).isZero();
    }
}
