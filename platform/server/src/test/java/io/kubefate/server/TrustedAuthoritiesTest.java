package io.kubefate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("changes the authorities of the JVM")
class TrustedAuthoritiesTest {

    private static final Path PEM = Path.of("src/test/resources/certificates/authority.pem");

    @AfterEach
    void restoreTheRuntime() {
        List.of("", "Type", "Password").forEach(name -> System.clearProperty("javax.net.ssl.trustStore" + name));
    }

    @Test
    void addsAuthoritiesToThoseOfTheRuntime() throws GeneralSecurityException {
        List<String> before = authorities();

        TrustedAuthorities.with(PEM).install();

        assertThat(authorities()).containsAll(before).contains("CN=An authority of a test");
    }

    @Test
    void rejectsAnotherFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("ca.crt"), "-----BEGIN CERTIFICATE-----\nno\n");

        assertThatThrownBy(() -> TrustedAuthorities.with(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("are not X.509 certificates in PEM");
    }

    private static List<String> authorities() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Arrays.stream(((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers())
                .map(authority -> authority.getSubjectX500Principal().getName())
                .toList();
    }
}
