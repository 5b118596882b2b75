package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A service that accepts every login, with a certificate of its own, which no Java trusts. */
final class TlsService implements AutoCloseable {

    private static final String ALIAS = "server";
    private static final String PASSWORD = "changeit";
    private static final String LOGIN = "{\"code\":200,\"expire\":\"2030-01-01T00:00:00Z\",\"token\":\"t\"}";

    private final HttpsServer server;

    /**
     * Starts a service.
     *
     * @param directory where the certificate is written, as {@code ca.pem}
     * @param hosts the names in the certificate
     */
    TlsService(Path directory, String... hosts) throws IOException {
        Path store = directory.resolve("server.p12");
        createKey(store, hosts);
        KeyStore keys = read(store);
        writeCertificate(keys, directory.resolve("ca.pem"));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] reply = LOGIN.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
            exchange.close();
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static SSLContext context(KeyStore keys) throws IOException {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static KeyStore read(Path store) throws IOException {
        try {
            return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static void writeCertificate(KeyStore keys, Path file) throws IOException {
        try {
            String encoded = Base64.getMimeEncoder()
                    .encodeToString(keys.getCertificate(ALIAS).getEncoded());
            Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n");
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** The JDK has no other public means to sign a certificate. */
    private static void createKey(Path store, String... hosts) throws IOException {
        String program =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String names = Arrays.stream(hosts).map(host -> "dns:" + host).collect(Collectors.joining(","));
        List<String> words = List.of(
                program,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=kubefate",
                "-ext",
                "san=" + names,
                "-alias",
                ALIAS,
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
        Process keytool = new ProcessBuilder(words).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.onExit().join().exitValue()).as(output).isZero();
    }
}
