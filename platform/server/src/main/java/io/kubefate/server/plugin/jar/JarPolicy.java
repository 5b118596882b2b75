package io.kubefate.server.plugin.jar;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which jars are accepted.
 *
 * @param maxBytes the size of the largest jar, in bytes
 * @param trusted by whom, or by whose issue of certificates, a jar must be signed; if there is none signatures are not
 *     asked for
 */
public record JarPolicy(long maxBytes, Collection<X509Certificate> trusted) {

    private static final long STANDARD_BYTES = 64L << 20;

    /** Checks the size and copies the certificates. */
    public JarPolicy {
        if (maxBytes <= 0) {
            throw new IllegalArgumentException("maxBytes is " + maxBytes + "; write a positive number of bytes");
        }
        trusted = List.copyOf(trusted);
    }

    /**
     * A policy as it is configured.
     *
     * @param maxBytes the size of the largest jar, in bytes
     * @param pem a file with the trusted certificates in PEM; if there is none signatures are not asked for
     * @return the policy
     * @throws IllegalArgumentException if the size is not positive, or the file cannot be read or holds no certificate
     */
    public static JarPolicy of(long maxBytes, Optional<Path> pem) {
        return new JarPolicy(
                maxBytes,
                pem.map(file -> TrustedCertificates.read(file).certificates()).orElse(List.of()));
    }

    /** {@return jars of up to 64 MiB, signed or not} */
    public static JarPolicy standard() {
        return new JarPolicy(STANDARD_BYTES, List.of());
    }
}
