package io.kubefate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A certificate for localhost, which the JDK's keytool signs with its own key.
 *
 * @param folder with the files {@code tls.crt} and {@code tls.key}, and {@link #store}
 */
record Certificate(Path folder) {

    private static final String PASSWORD = "changeit";
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    static Certificate create(Path folder) {
        Certificate certificate = new Certificate(folder);
        certificate.write();
        return certificate;
    }

    Path file() {
        return folder.resolve("tls.crt");
    }

    Path key() {
        return folder.resolve("tls.key");
    }

    /** {@return the options with which a JVM trusts it} */
    String javaOptions() {
        return "-Djavax.net.ssl.trustStore=" + store() + " -Djavax.net.ssl.trustStorePassword=" + PASSWORD;
    }

    private Path store() {
        return folder.resolve("tls.p12");
    }

    private void write() {
        Command.Result created = Command.run(
                Map.of(),
                folder,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        store().toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-alias",
                        "service",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost"));
        if (created.exitCode() != 0) {
            throw new IllegalStateException(created.toString());
        }
        try {
            KeyStore store = KeyStore.getInstance(store().toFile(), PASSWORD.toCharArray());
            Files.writeString(
                    file(), pem("CERTIFICATE", store.getCertificate("service").getEncoded()));
            Files.writeString(
                    key(),
                    pem(
                            "PRIVATE KEY",
                            store.getKey("service", PASSWORD.toCharArray()).getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String type, byte[] content) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(type, BASE64.encodeToString(content));
    }
}
