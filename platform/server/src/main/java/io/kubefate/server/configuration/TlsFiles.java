package io.kubefate.server.configuration;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;

/**
 * The certificate of the service, with its chain, and its private key: PEM files as cert-manager writes them, or one PKCS #12 file.
 *
 * @param certificate a PEM file with certificates, the one of the service first, or a PKCS #12 file
 * @param key a PEM file; the same as {@code certificate} for PKCS #12
 * @param password of the PKCS #12 file
 */
record TlsFiles(Path certificate, Path key, String password) {

    private static final String ENTRY = "service";

    TlsFiles {
        requireNonNull(certificate, "certificate is null");
        requireNonNull(key, "key is null");
        requireNonNull(password, "password is null");
    }

    /** Returns what changes if the content of one of the files does. */
    int fingerprint() throws IOException {
        return 31 * Arrays.hashCode(Files.readAllBytes(certificate)) + Arrays.hashCode(Files.readAllBytes(key));
    }

    /**
     * Reads the files.
     *
     * @return with one entry, whose password is {@link #password}
     */
    KeyStore read() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        if (isPkcs12()) {
            store.load(new ByteArrayInputStream(Files.readAllBytes(certificate)), password.toCharArray());
            return store;
        }
        Certificate[] chain = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(certificate)))
                .toArray(Certificate[]::new);
        if (chain.length == 0) {
            throw new GeneralSecurityException(certificate + " has no certificate");
        }
        PrivateKey privateKey = PemKey.parse(
                Files.readString(key, StandardCharsets.US_ASCII),
                chain[0].getPublicKey().getAlgorithm());
        store.load(null, null);
        store.setKeyEntry(ENTRY, privateKey, password.toCharArray(), chain);
        return store;
    }

    private boolean isPkcs12() {
        return key.equals(certificate);
    }
}
