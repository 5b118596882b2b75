package io.kubefate.cli.command.option;

import io.kubefate.cli.configuration.Tls;
import io.kubefate.cli.context.CommandContext;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of a context about the certificate of the service. */
public final class TlsOptions {

    @Option(
            names = "--certificate-authority",
            paramLabel = "FILE",
            description = "A PEM file with the certificates to trust, in place of those that Java trusts.")
    private Optional<Path> certificateAuthority = Optional.empty();

    @Option(
            names = "--insecure-skip-tls-verify",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Accept every certificate. Anybody between you and the service can read your password.")
    private Optional<Boolean> insecure = Optional.empty();

    /** {@return what the options change} */
    public Tls over(Tls saved, CommandContext context) {
        return new Tls(
                certificateAuthority.map(context::resolve).or(saved::certificateAuthority),
                insecure.orElse(saved.insecure()));
    }
}
