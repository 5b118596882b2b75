package io.kubefate.cli.configuration;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the certificate of the service is checked.
 *
 * @param certificateAuthority a PEM file with the only certificates to trust; empty for the authorities that Java trusts
 * @param insecure whether to accept every certificate
 */
public record Tls(Optional<Path> certificateAuthority, boolean insecure) {

    /** Trusts the authorities that Java trusts. */
    public static final Tls STANDARD = new Tls(Optional.empty(), false);

    public Tls {
        requireNonNull(certificateAuthority, "certificateAuthority is null");
    }
}
