package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A service that accepts every login, with a certificate of its own, which no Java trusts. */
final class TlsService implements AutoCloseable {

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
        String names = Arrays.stream(hosts).map(host -> "dns:" + host).collect(Collectors.joining(","));
        keytool(store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=kubefate", "-ext", "san=" + names);
        keytool(
                store,
                "-exportcert",
                "-rfc",
                "-file",
                directory.resolve("ca.pem").toString());
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
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

    private static SSLContext context(Path store) throws IOException {
        try (InputStream stream = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(stream, "changeit".toCharArray());
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, "changeit".toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static void keytool(Path store, String... arguments) throws IOException {
        String program =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Stream<String> common = Stream.of("-alias", "server", "-keystore", store.toString(), "-storepass", "changeit");
        Process keytool = new ProcessBuilder(Stream.of(Stream.of(program), Arrays.stream(arguments), common)
                        .flatMap(words -> words)
                        .toList())
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.onExit().join().exitValue()).as(output).isZero();
    }
}
