package io.kubefate.server.configuration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDataSize;
import io.dropwizard.validation.MinDataSize;
import io.dropwizard.validation.MinDuration;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.Min;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.jetty.util.InetAddressSet;
import org.jspecify.annotations.Nullable;

/**
 * The limits of requests, which keep the service available to everybody.
 *
 * @param maxConnections the number of open connections; further ones wait until others are closed
 * @param headerTimeLimit the time within which the headers of a request must arrive, and after which an idle connection is closed
 * @param maxBodies the size of all request bodies that are received or handled at the same time, without uploads; beyond it, requests get 503
 * @param bodyTimeLimit the time within which a body must arrive
 * @param minBodyRate how much of a body must arrive in each second, on average after 5 s
 * @param maxStreams the number of streams (logs, events, commands, ports) that are open at the same time; beyond it, requests get 429
 * @param maxStreamsPerUser how many of them one user can have
 * @param trustedProxies the proxies whose headers {@code X-Forwarded-For} and {@code X-Forwarded-Proto} are used, as comma-separated
 *     addresses or networks like {@code 10.0.0.0/8}
 */
public record RequestsConfiguration(
        @Min(10) Integer maxConnections,
        @MinDuration(value = 1, unit = TimeUnit.SECONDS) Duration headerTimeLimit,

        @MinDataSize(value = 8, unit = DataSizeUnit.MEBIBYTES) @MaxDataSize(value = 1, unit = DataSizeUnit.GIBIBYTES)
        DataSize maxBodies,

        @MinDuration(value = 1, unit = TimeUnit.SECONDS) Duration bodyTimeLimit,
        @MinDataSize(value = 1, unit = DataSizeUnit.BYTES) DataSize minBodyRate,
        @Min(1) Integer maxStreams,
        @Min(1) Integer maxStreamsPerUser,
        String trustedProxies) {

    /** Sets the defaults. */
    public RequestsConfiguration(
            @Nullable Integer maxConnections,
            @Nullable Duration headerTimeLimit,
            @Nullable DataSize maxBodies,
            @Nullable Duration bodyTimeLimit,
            @Nullable DataSize minBodyRate,
            @Nullable Integer maxStreams,
            @Nullable Integer maxStreamsPerUser,
            @Nullable String trustedProxies) {
        this.maxConnections = Objects.requireNonNullElse(maxConnections, 2000);
        this.headerTimeLimit = Objects.requireNonNullElse(headerTimeLimit, Duration.seconds(30));
        this.maxBodies = Objects.requireNonNullElse(maxBodies, DataSize.mebibytes(32));
        this.bodyTimeLimit = Objects.requireNonNullElse(bodyTimeLimit, Duration.seconds(60));
        this.minBodyRate = Objects.requireNonNullElse(minBodyRate, DataSize.kibibytes(1));
        this.maxStreams = Objects.requireNonNullElse(maxStreams, 200);
        this.maxStreamsPerUser = Objects.requireNonNullElse(maxStreamsPerUser, 20);
        this.trustedProxies = Objects.requireNonNullElse(trustedProxies, "");
    }

    /** Returns whether an address is one of {@link #trustedProxies}. */
    public Predicate<InetAddress> isTrustedProxy() {
        InetAddressSet proxies = new InetAddressSet();
        Arrays.stream(trustedProxies.split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .forEach(proxies::add);
        return address -> !proxies.isEmpty() && proxies.test(address);
    }

    @JsonIgnore
    @ValidationMethod(message = "trustedProxies must be comma-separated addresses or networks, for example 10.0.0.0/8")
    boolean isValidTrustedProxies() {
        try {
            isTrustedProxy();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
