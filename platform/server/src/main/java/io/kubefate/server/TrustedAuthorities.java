package io.kubefate.server;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The certificate authorities that TLS connections of this process trust: those of the Java runtime, and additional ones. */
final class TrustedAuthorities {

    private static final String TYPE = "PKCS12";

    /** A trust store has no secrets. */
    private static final String PASSWORD = "changeit";

    private final List<Certificate> certificates;

    private TrustedAuthorities(List<Certificate> certificates) {
        this.certificates = List.copyOf(certificates);
    }

    /**
     * Adds authorities to those of the Java runtime.
     *
     * @param pem a file with one or more certificates
     * @throws IllegalArgumentException if it contains anything else
     */
    static TrustedAuthorities with(Path pem) {
        requireNonNull(pem, "pem is null");
        try (InputStream file = Files.newInputStream(pem)) {
            List<Certificate> all = new ArrayList<>(ofRuntime());
            all.addAll(CertificateFactory.getInstance("X.509").generateCertificates(file));
            return new TrustedAuthorities(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "the certificate authorities in " + pem + " are not X.509 certificates in PEM: " + e.getMessage(),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes all connections that are opened from now on trust them. Libraries create TLS contexts of their own, which have the trust store
     * of the system property in common.
     */
    void install() {
        try {
            Path store = Files.createTempFile("authorities", ".p12");
            store.toFile().deleteOnExit();
            try (OutputStream file = Files.newOutputStream(store)) {
                store().store(file, PASSWORD.toCharArray());
            }
            System.setProperty("javax.net.ssl.trustStore", store.toString());
            System.setProperty("javax.net.ssl.trustStoreType", TYPE);
            System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KeyStore store() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(TYPE);
        store.load(null, null);
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("authority-" + store.size(), certificate);
        }
        return store;
    }

    private static List<X509Certificate> ofRuntime() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
                .toList();
    }
}
