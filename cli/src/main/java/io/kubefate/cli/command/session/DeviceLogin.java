package io.kubefate.cli.command.session;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.client.http.OpenIdIssuer;
import io.kubefate.cli.configuration.Authentication;
import io.kubefate.cli.error.CommandException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/** A login in a browser, possibly of another device. */
final class DeviceLogin {

    private static final Duration SLOW_DOWN = Duration.ofSeconds(5);

    private final OpenIdIssuer issuer;
    private final Clock clock;
    private final Consumer<Duration> sleep;

    DeviceLogin(OpenIdIssuer issuer, Clock clock, Consumer<Duration> sleep) {
        this.issuer = requireNonNull(issuer, "issuer is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.sleep = requireNonNull(sleep, "sleep is null");
    }

    /**
     * Shows where to log in, and waits until it is done.
     *
     * @param show prints a text for the user
     * @throws CommandException if the login is rejected, or has expired
     */
    Authentication.OpenId run(Consumer<String> show) {
        OpenIdIssuer.Device device = issuer.begin();
        show.accept(instruction(device));
        Duration interval = device.interval();
        while (clock.instant().isBefore(device.expires())) {
            sleep.accept(interval);
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
