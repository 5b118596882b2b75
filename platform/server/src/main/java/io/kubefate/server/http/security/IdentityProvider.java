package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubefate.api.OidcClient;
import io.kubefate.server.configuration.OidcConfiguration;
import io.kubefate.server.service.identity.AccessToken;
import io.kubefate.server.service.identity.Subject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jose4j.http.Get;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies the tokens of an OpenID Connect issuer. Its keys are read with the first token, again when a token has an unknown key, and
 * otherwise kept, so that tokens are accepted while the issuer is unavailable.
 */
public final class IdentityProvider {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityProvider.class);

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int ALLOWED_SKEW_SECONDS = 30;

    private final OidcConfiguration configuration;
    private final String issuer;
    private final Duration keyInterval;
    private Optional<JwtConsumer> consumer = Optional.empty();
    private Optional<JsonNode> metadata = Optional.empty();

    /** @param keyInterval the shortest interval between two reads of the keys because of unknown ones */
    IdentityProvider(OidcConfiguration configuration, String issuer, Duration keyInterval) {
        this.configuration = requireNonNull(configuration, "configuration is null");
        this.issuer = requireNonNull(issuer, "issuer is null");
        this.keyInterval = requireNonNull(keyInterval, "keyInterval is null");
    }

    /** {@return the configured issuer; empty if there is none} */
    public static Optional<IdentityProvider> of(OidcConfiguration configuration, Duration keyInterval) {
        return configuration.issuer().map(issuer -> new IdentityProvider(configuration, issuer, keyInterval));
    }

    /** {@return what a client needs to obtain a token} */
    OidcClient client() {
        return new OidcClient(issuer, configuration.clientId());
    }

    /** {@return the address at which browsers reach the service, if it is configured} */
    Optional<String> serviceUrl() {
        return configuration.serviceUrl();
    }

    /** {@return whether a token names this issuer; not verified yet} */
    boolean issues(String token) {
        return hasClaim(token, "iss", issuer);
    }

    /** {@return whether a token was issued for a login; not verified yet} */
    boolean hasNonce(String token, String nonce) {
        return hasClaim(token, "nonce", nonce);
    }

    private static boolean hasClaim(String token, String name, String value) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setSkipAllValidators()
                    .setDisableRequireSignature()
                    .setSkipSignatureVerification()
                    .build()
                    .processToClaims(token);
            return value.equals(claims.getClaimValue(name));
        } catch (InvalidJwtException e) {
            return false;
        }
    }

    /** {@return the user of a token; empty if the token is invalid or expired} */
    Optional<AccessToken> read(String token) {
        try {
            return Optional.of(accessToken(consumer().processToClaims(token)));
        } catch (InvalidJwtException | MalformedClaimException | IOException e) {
            LOG.debug("a token of {} is refused", issuer, e);
            return Optional.empty();
        }
    }

    /** {@return the user of a token that is expired; empty for any other token} */
    Optional<AccessToken> expired(String token) {
        try {
            consumer().processToClaims(token);
            return Optional.empty();
        } catch (InvalidJwtException e) {
            return e.hasExpired() ? expired(e) : Optional.empty(); // the signature is verified first
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<AccessToken> expired(InvalidJwtException refusal) {
        try {
            return Optional.of(accessToken(refusal.getJwtContext().getJwtClaims()));
        } catch (InvalidJwtException | MalformedClaimException e) {
            return Optional.empty();
        }
    }

    /** {@return why a token is refused} */
    String refusal(String token) {
        try {
            consumer().processToClaims(token);
            return "the token has no claim " + configuration.usernameClaim();
        } catch (InvalidJwtException e) {
            return e.hasExpired() ? "Token is expired" : refusal(e);
        } catch (IOException e) {
            LOG.warn("cannot verify tokens: {}", e.getMessage());
            return "the token cannot be verified at the moment: its issuer is unavailable";
        }
    }

    private String refusal(InvalidJwtException failure) {
        return failure.hasErrorCode(ErrorCodes.AUDIENCE_INVALID) || failure.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)
                ? "the token is not issued for the audience " + configuration.audience()
                : "signature is invalid";
    }

    private AccessToken accessToken(JwtClaims claims) throws MalformedClaimException, InvalidJwtException {
        String user = claims.getStringClaimValue(configuration.usernameClaim());
        if (user == null || user.isBlank()) {
            throw new MalformedClaimException("no claim " + configuration.usernameClaim());
        }
        return new AccessToken(
                AccessToken.Kind.OIDC,
                Objects.requireNonNullElse(claims.getJwtId(), ""),
                new Subject(Subject.OIDC_PREFIX + user, groups(claims)),
                "",
                Instant.EPOCH,
                Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
    }

    private Set<String> groups(JwtClaims claims) {
        Set<String> groups = new HashSet<>();
        if (claims.getClaimValue(configuration.groupsClaim()) instanceof List<?> list) {
            list.forEach(group -> groups.add(String.valueOf(group)));
        }
        return groups;
    }

    private synchronized JwtConsumer consumer() throws IOException {
        if (consumer.isEmpty()) {
            consumer = Optional.of(newConsumer());
        }
        return consumer.get();
    }

    /** Only asymmetric algorithms: with another one, the public key of the issuer would sign tokens. */
    private JwtConsumer newConsumer() throws IOException {
        HttpsJwks keys = new HttpsJwks(keysUrl());
        keys.setSimpleHttpGet(get());
        keys.setRefreshReprieveThreshold(keyInterval.toMillis());
        keys.setRetainCacheOnErrorDuration(Duration.ofDays(1).toSeconds());
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.RSA_USING_SHA256,
                        AlgorithmIdentifiers.RSA_USING_SHA512,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(ALLOWED_SKEW_SECONDS)
                .setExpectedIssuer(issuer)
                .setExpectedAudience(configuration.audience())
                .build();
    }

    private String keysUrl() throws IOException {
        return metadata().required("jwks_uri").asText();
    }

    /** {@return what the issuer publishes about itself} */
    synchronized JsonNode metadata() throws IOException {
        if (metadata.isEmpty()) {
            String url = issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration";
            metadata = Optional.of(new ObjectMapper().readTree(get().get(url).getBody()));
        }
        return metadata.get();
    }

    private static Get get() {
        Get get = new Get();
        get.setConnectTimeout((int) TIMEOUT.toMillis());
        get.setReadTimeout((int) TIMEOUT.toMillis());
        get.setRetries(1);
        return get;
    }
}
