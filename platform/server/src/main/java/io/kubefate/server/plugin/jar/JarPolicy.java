package io.kubefate.server.plugin.jar;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Decides which jars are accepted.
 *
 * @param maxBytes the maximum size of a jar, in bytes
 * @param trusted the certificates of trusted signers, and of authorities that issue theirs; if there are none, signatures are not
 *     required
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
     * Creates a policy from its settings.
     *
     * @param maxBytes the maximum size of a jar, in bytes
     * @param pem a PEM file with the trusted certificates; if there is none, signatures are not required
     * @return the policy
     * @throws IllegalArgumentException if the size is not positive, or the file cannot be read or contains no certificate
     */
    public static JarPolicy of(long maxBytes, Optional<Path> pem) {
        return new JarPolicy(
                maxBytes,
                pem.map(file -> TrustedCertificates.read(file).certificates()).orElse(List.of()));
    }

    /** Returns a policy that accepts jars of up to 64 MiB, signed or not. */
    public static JarPolicy standard() {
        return new JarPolicy(STANDARD_BYTES, List.of());
    }
}
