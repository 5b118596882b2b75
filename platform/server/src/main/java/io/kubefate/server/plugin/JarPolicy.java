package io.kubefate.server.plugin;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

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

    /** {@return jars of up to 64 MiB, signed or not} */
    public static JarPolicy standard() {
        return new JarPolicy(STANDARD_BYTES, List.of());
    }
}
