package io.kubefate.cli.configuration;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/**
 * How a command reaches the service, and as whom.
 *
 * @param origin where the connection is configured
 * @param context the name of the context; empty for another origin
 * @param address the text of the target, and the setting that it comes from
 * @param target not used by a request: {@code service} is the address
 * @param service an http or https URL that ends with a slash
 */
public record Connection(
        Origin origin,
        Optional<String> context,
        Setting address,
        Target target,
        URI service,
        Tls tls,
        Authentication authentication) {

    /** The address of a port-forward that has not started. */
    private static final URI UNKNOWN = URI.create("http://localhost/");

    public Connection {
        requireNonNull(origin, "origin is null");
        requireNonNull(context, "context is null");
        requireNonNull(address, "address is null");
        requireNonNull(target, "target is null");
        requireNonNull(service, "service is null");
        requireNonNull(tls, "tls is null");
        requireNonNull(authentication, "authentication is null");
    }

    /** Where a connection is configured. */
    public enum Origin {
        /** {@code config.yaml}, the variables {@code FATECLOUD_…}, or the defaults. */
        SETTINGS,
        /** A context of {@code ~/.kubefate/config.yaml}. */
        CONTEXT,
        /** An option of the command. */
        OPTION
    }

    /** {@return the connection of {@code config.yaml} and variables} */
    public static Connection of(Configuration settings) {
        URI service = settings.service();
        return new Connection(
                Origin.SETTINGS,
                Optional.empty(),
                settings.serviceUrl(),
                new Target.Server(service),
                service,
                Tls.STANDARD,
                new Authentication.Password(settings.username(), settings.password()));
    }

    /**
     * Returns the connection of a context.
     *
     * @param source where the context is from
     */
    public static Connection of(String name, SavedContext context, String source) {
        return new Connection(
                Origin.CONTEXT,
                Optional.of(name),
                new Setting(context.target().text(), source),
                context.target(),
                address(context.target()),
                context.tls(),
                context.credentials());
    }

    /** {@return the connection to the service that an option names} */
    public static Connection of(Target target, String option, Authentication authentication) {
        return new Connection(
                Origin.OPTION,
                Optional.empty(),
                new Setting(target.text(), option),
                target,
                address(target),
                Tls.STANDARD,
                authentication);
    }

    /** {@return whether it is configured as in KubeFATE} */
    public boolean isOriginal() {
        return origin == Origin.SETTINGS;
    }

    /** {@return the address and its source, for messages} */
    public String place() {
        return (isOriginal() ? "serviceurl is " : "The server is ") + address.quoted();
    }

    /**
     * Returns what to change for another scheme, for messages.
     *
     * @param scheme {@code http} or {@code https}
     */
    public String remedy(String scheme) {
        return isOriginal() ? "set safeconnect to " + scheme.equals("https") : "use " + scheme + ":// in its address";
    }

    /** {@return the command that obtains new credentials, for messages} */
    public String loginCommand() {
        return "kubefate login"
                + context.map(name -> " --context " + name)
                        .orElseGet(() -> target instanceof Target.PortForward forward
                                ? " --kubeconfig " + forward.kubeconfig()
                                : " --server " + target.text());
    }

    /** {@return the same at the address of a port-forward} */
    public Connection at(URI local) {
        return new Connection(origin, context, address, target, local, tls, authentication);
    }

    /** {@return the same as somebody else} */
    public Connection as(Authentication other) {
        return new Connection(origin, context, address, target, service, tls, other);
    }

    private static URI address(Target target) {
        return target instanceof Target.Server server ? server.address() : UNKNOWN;
    }
}
