package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.server.Setting;
import io.kubefate.server.TestServer;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service accepts https itself. */
class TlsTest {

    private static final String PASSWORD = "changeit";

    /** What precedes a PKCS #1 key of 2048 bits in PKCS #8. */
    private static final int PKCS8_BYTES = 26;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"PRIVATE KEY", "RSA PRIVATE KEY", "PKCS12"})
    void acceptsHttpsWithACertificate(String format) throws Exception {
        KeyStore store = newCertificate("first");
        TestServer server = write(store, format);
        server.start();
        try {
            HttpResponse<String> answer = get(server, "/");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
            assertThat(presented(server)).isEqualTo("CN=first");
        } finally {
            server.stop();
        }
    }

    @Test
    void readsARenewedCertificateWithoutARestart() throws Exception {
        TestServer server = write(newCertificate("first"), "PRIVATE KEY");
        server.start();
        try {
            Files.writeString(folder.resolve("tls.crt"), "not yet complete");
            Thread.sleep(6_000);
            assertThat(presented(server)).as("while the files are not valid").isEqualTo("CN=first");

            write(newCertificate("second"), "PRIVATE KEY");

            String presented = presented(server);
            for (int seconds = 0; presented.equals("CN=first") && seconds < 15; seconds++) {
                Thread.sleep(1_000);
                presented = presented(server);
            }
            assertThat(presented).isEqualTo("CN=second");
        } finally {
            server.stop();
        }
    }

    @Test
    void doesNotStartWithoutItsCertificate() {
        TestServer server = server(folder.resolve("absent.crt"), folder.resolve("absent.key"));

        assertThatThrownBy(server::start)
                .hasStackTraceContaining(
                        "KUBEFATE_TLS_CERTIFICATE and KUBEFATE_TLS_KEY: the certificate of the service")
                .hasStackTraceContaining("absent.crt");
    }

    private TestServer write(KeyStore store, String format) throws Exception {
        Path certificate = folder.resolve("tls.crt");
        Path key = folder.resolve("tls.key");
        if (format.equals("PKCS12")) {
            return server(folder.resolve("keys.p12"), Path.of(""));
        }
        byte[] encoded = store.getKey("service", PASSWORD.toCharArray()).getEncoded();
        boolean pkcs1 = format.startsWith("RSA");
        Files.writeString(key, pem(format, pkcs1 ? Arrays.copyOfRange(encoded, PKCS8_BYTES, encoded.length) : encoded));
        Files.writeString(
                certificate, pem("CERTIFICATE", store.getCertificate("service").getEncoded()));
        return server(certificate, key);
    }

    private static TestServer server(Path certificate, Path key) {
        return TestServer.create(
                new Setting("server.applicationConnectors[0].certificate", certificate.toString()),
                new Setting("server.applicationConnectors[0].key", key.toString()),
                new Setting("server.applicationConnectors[0].keyStorePassword", PASSWORD));
    }

    private KeyStore newCertificate(String name) throws Exception {
        Path file = folder.resolve("keys.p12");
        Files.deleteIfExists(file);
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "service",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(output).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(file)) {
            store.load(content, PASSWORD.toCharArray());
        }
        return store;
    }

    private static String pem(String type, byte[] content) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + type + "-----\n";
    }

    private static HttpResponse<String> get(TestServer server, String path) throws Exception {
        return HttpClient.newBuilder()
                .sslContext(trusting())
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    /** {@return the name in the certificate that a new connection gets} */
    private static String presented(TestServer server) throws Exception {
        try (SSLSocket socket = (SSLSocket) trusting().getSocketFactory().createSocket("127.0.0.1", server.port())) {
            socket.startHandshake();
            X509Certificate certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return certificate.getSubjectX500Principal().getName();
        }
    }

    private static SSLContext trusting() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustingManager()}, null);
        return context;
    }

    private static final class TrustingManager extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
