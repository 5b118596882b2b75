package io.kubefate.cli.client.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.cli.configuration.Authentication;
import io.kubefate.cli.configuration.OpenIdClient;
import io.kubefate.cli.configuration.SessionToken;
import io.kubefate.cli.configuration.Tls;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.error.UnavailableException;
import io.kubefate.cli.text.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tokens of an OpenID Connect issuer: by the device flow (RFC 8628), and with a refresh token. */
public final class OpenIdIssuer {

    private static final String DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final String SCOPE = "openid offline_access"; // with a refresh token
    private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(5);

    private final OpenIdClient client;
    private final HttpRequests requests;
    private final Clock clock;
    private Optional<JsonNode> discovered = Optional.empty();

    /**
     * An issuer.
     *
     * @param tls of the service, whose certificate authority may also be that of the issuer; the issuer's certificate is always verified
     */
    public OpenIdIssuer(OpenIdClient client, Tls tls, HttpAccess access, Clock clock) {
        this.client = requireNonNull(client, "client is null");
        this.requests = access.requests(new Tls(tls.certificateAuthority(), false));
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * A login that the user completes in a browser.
     *
     * @param deviceCode identifies the login at the issuer
     * @param userCode what the user enters
     * @param page where the user enters it
     * @param completePage the same with the code in the address; empty if the issuer has none
     * @param interval the minimum time between two requests for the tokens
     */
    public record Device(
            String deviceCode, String userCode, String page, String completePage, Duration interval, Instant expires) {}

    /** What the issuer answers to a request for the tokens of a device. */
    public sealed interface Poll {}

    /** The user has completed the login. */
    public record LoggedIn(Authentication.OpenId session) implements Poll {}

    public enum Pending implements Poll {
        /** The user has not completed the login. */
        WAIT,
        /** The requests are too frequent. */
        SLOW_DOWN
    }

    /** Begins a login. */
    public Device begin() {
        JsonNode answer = post("device_authorization_endpoint", Map.of("client_id", client.id(), "scope", SCOPE));
        failOnError(answer);
        Duration interval = answer.has("interval")
                ? Duration.ofSeconds(answer.path("interval").asLong())
                : DEFAULT_INTERVAL;
        return new Device(
                required(answer, "device_code"),
                required(answer, "user_code"),
                required(answer, "verification_uri"),
                answer.path("verification_uri_complete").asText(),
                interval,
                clock.instant().plusSeconds(answer.path("expires_in").asLong()));
    }

    /**
     * Asks for the tokens of a login. An issuer that cannot be reached is asked less often.
     *
     * @throws CommandException if the user or the issuer rejects the login, or it has expired
     */
    public Poll poll(Device device) {
        JsonNode answer;
        try {
            answer = post(
                    "token_endpoint",
                    Map.of("client_id", client.id(), "grant_type", DEVICE_GRANT, "device_code", device.deviceCode()));
        } catch (UnavailableException e) {
            return Pending.SLOW_DOWN;
        }
        return switch (answer.path("error").asText()) {
            case "authorization_pending" -> Pending.WAIT;
            case "slow_down" -> Pending.SLOW_DOWN;
            case "expired_token" -> throw new CommandException("the login has expired; run kubefate login again");
            case "access_denied" -> throw new CommandException("the login was denied in the browser");
            default -> {
                failOnError(answer);
                yield new LoggedIn(session(answer, Optional.empty()));
            }
        };
    }

    /** {@return new tokens; empty if the issuer has ended the session} */
    public Optional<Authentication.OpenId> refresh(Authentication.OpenId saved) {
        if (saved.refreshToken().isEmpty()) {
            return Optional.empty();
        }
        JsonNode answer = post(
                "token_endpoint",
                Map.of(
                        "client_id",
                        client.id(),
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        saved.refreshToken().get()));
        return answer.has("error") ? Optional.empty() : Optional.of(session(answer, saved.refreshToken()));
    }

    /** An ID token is a JWT for this client; an access token may be for others only. */
    private Authentication.OpenId session(JsonNode answer, Optional<String> refreshToken) {
        String token =
                answer.hasNonNull("id_token") ? answer.path("id_token").asText() : required(answer, "access_token");
        Instant now = clock.instant();
        Instant end = expiry(token)
                .orElseGet(() -> now.plusSeconds(answer.path("expires_in").asLong()));
        Optional<String> next = Optional.ofNullable(answer.get("refresh_token")).map(JsonNode::asText);
        return new Authentication.OpenId(client, new SessionToken(token, now, end), next.or(() -> refreshToken));
    }

    private static Optional<Instant> expiry(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode end = Json.tree(Base64.getUrlDecoder().decode(parts[1])).path("exp");
            return end.canConvertToLong() ? Optional.of(Instant.ofEpochSecond(end.asLong())) : Optional.empty();
        } catch (IllegalArgumentException | IOException e) {
            return Optional.empty(); // the service reports an invalid token
        }
    }

    private JsonNode post(String endpoint, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpCall.get(endpoint(endpoint), Transport.RESPONSE_TIMEOUT)
                .with("POST", HttpBody.of(body.getBytes(StandardCharsets.US_ASCII)))
                .with("Content-Type", "application/x-www-form-urlencoded"));
    }

    private URI endpoint(String name) {
        JsonNode document =
                discovered.orElseGet(() -> send(HttpCall.get(client.discovery(), Transport.RESPONSE_TIMEOUT)));
        discovered = Optional.of(document);
        if (!document.hasNonNull(name)) {
            throw new CommandException(
                    "the issuer " + client.issuer() + " has no " + name + ", which the device flow needs");
        }
        return URI.create(document.path(name).asText());
    }

    private JsonNode send(HttpCall call) {
        try {
            HttpAnswer response = requests.send(call.with("Accept", "application/json"));
            JsonNode answer = Json.tree(response.body());
            if (response.status() == 200 || answer.has("error")) {
                return answer;
            }
            throw new UnavailableException(unusable(call.uri(), "status " + response.status()));
        } catch (IOException e) {
            throw new UnavailableException(unusable(call.uri(), String.valueOf(e.getMessage())), e);
        }
    }

    private String unusable(URI uri, String reason) {
        return "no usable answer from " + uri + ": " + reason + "\nCheck the issuer " + client.issuer() + ".";
    }

    private void failOnError(JsonNode answer) {
        if (answer.has("error")) {
            String reason = answer.path("error").asText() + " "
                    + answer.path("error_description").asText();
            throw new CommandException(
                    "the issuer " + client.issuer() + " rejects client " + client.id() + ": " + reason.strip());
        }
    }

    private String required(JsonNode answer, String field) {
        if (!answer.hasNonNull(field)) {
            throw new CommandException("the answer of the issuer " + client.issuer() + " has no " + field);
        }
        return answer.path(field).asText();
    }
}
