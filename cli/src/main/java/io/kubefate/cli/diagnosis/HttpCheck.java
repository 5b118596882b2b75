package io.kubefate.cli.diagnosis;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.cli.client.http.HttpAccess;
import io.kubefate.cli.client.http.HttpAnswer;
import io.kubefate.cli.client.http.HttpCall;
import io.kubefate.cli.configuration.Connection;
import io.kubefate.cli.text.Json;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Whether KubeFATE answers at the address, and what the time is there. */
final class HttpCheck {

    private static final String NAME = "http";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration SMALL_SKEW = Duration.ofSeconds(30);

    private final Connection connection;
    private final HttpAccess access;
    private final Clock clock;
    private Optional<Duration> skew = Optional.empty();

    HttpCheck(Connection connection, HttpAccess access, Clock clock) {
        this.connection = requireNonNull(connection, "connection is null");
        this.access = requireNonNull(access, "access is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    Check run() {
        try {
            HttpAnswer response = access.requests(connection.tls()).send(HttpCall.get(connection.service(), TIMEOUT));
            skew = skew(response);
            return isKubefate(response)
                    ? Check.ok(NAME, "KubeFATE answers at " + connection.service())
                    : Check.failed(NAME, "another server answers with status " + response.status(), remedy(response));
        } catch (IOException e) {
            return Check.failed(
                    NAME,
                    "no HTTP answer: " + e.getMessage(),
                    "Check that a kubefate service listens at this address.");
        }
    }

    /** The tokens of a session are valid at the time of the service, and are refreshed at the time of this machine. */
    Check clock() {
        if (skew.isEmpty()) {
            return Check.warning("clock", "the service sends no date", "A proxy may remove it; compare the clocks.");
        }
        String text = skew.get().abs().toSeconds() + " s difference to the service";
        return skew.get().abs().compareTo(SMALL_SKEW) <= 0
                ? Check.ok("clock", text)
                : Check.warning("clock", text, "Synchronize the clocks with NTP: tokens expire too early or too late.");
    }

    private static boolean isKubefate(HttpAnswer response) {
        try {
            JsonNode body = Json.read(response.body(), new TypeReference<JsonNode>() {});
            return response.status() == 200 && body.path("msg").asText().startsWith("kubefate run");
        } catch (IOException e) {
            return false;
        }
    }

    private String remedy(HttpAnswer response) {
        String location = response.header("location").orElse("");
        if (location.startsWith("https:")) {
            return "It redirects to " + location + ": " + connection.remedy("https") + ".";
        }
        return "Check the address, and that the ingress has a rule for the host "
                + connection.service().getHost() + " (kubectl get ingress -A).";
    }

    private Optional<Duration> skew(HttpAnswer response) {
        return response.header("date").flatMap(HttpCheck::time).map(time -> Duration.between(time, clock.instant()));
    }

    private static Optional<Instant> time(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
