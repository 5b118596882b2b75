package io.kubefate.cli.command.session;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.client.http.OpenIdIssuer;
import io.kubefate.cli.configuration.Authentication;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import java.time.Duration;

/** A login in a browser, possibly of another device. */
final class DeviceLogin {

    private static final Duration SLOW_DOWN = Duration.ofSeconds(5);

    private final CommandContext context;
    private final OpenIdIssuer issuer;

    DeviceLogin(CommandContext context, OpenIdIssuer issuer) {
        this.context = requireNonNull(context, "context is null");
        this.issuer = requireNonNull(issuer, "issuer is null");
    }

    /**
     * Shows where to log in, and waits until it is done.
     *
     * @throws CommandException if the login is rejected, or has expired
     */
    Authentication.OpenId run() {
        OpenIdIssuer.Device device = issuer.begin();
        context.err().println(instruction(device));
        Duration interval = device.interval();
        while (context.environment().clock().instant().isBefore(device.expires())) {
            context.sleep(interval);
            OpenIdIssuer.Poll answer = issuer.poll(device);
            if (answer instanceof OpenIdIssuer.LoggedIn done) {
                return done.session();
            }
            if (answer == OpenIdIssuer.Pending.SLOW_DOWN) {
                interval = interval.plus(SLOW_DOWN);
            }
        }
        throw new CommandException("the login has expired; run kubefate login again");
    }

    private static String instruction(OpenIdIssuer.Device device) {
        String code = " and enter the code " + device.userCode();
        return device.completePage().isEmpty()
                ? "To log in, open " + device.page() + code
                : "To log in, open " + device.completePage() + "\nor open " + device.page() + code;
    }
}
