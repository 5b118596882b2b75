package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies the tokens of an OpenID Connect issuer. */
public final class IdentityProvider {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityProvider.class);

    private static final int ALLOWED_SKEW_SECONDS = 30;

    private final OidcConfiguration configuration;
    private final Issuer issuer;
    private final JwtConsumer consumer;

    private IdentityProvider(OidcConfiguration configuration, Issuer issuer) {
        this.configuration = requireNonNull(configuration, "configuration is null");
        this.issuer = requireNonNull(issuer, "issuer is null");
        this.consumer = newConsumer();
    }

    /**
     * Returns the configured issuer; empty if there is none.
     *
     * @param interval the shortest interval between two reads of its keys because of unknown ones, or after a failure
     */
    public static Optional<IdentityProvider> of(OidcConfiguration configuration, Duration interval) {
        return configuration.issuer().map(url -> new IdentityProvider(configuration, new Issuer(url, interval)));
    }

    /** {@return what a client needs to obtain a token} */
    OidcClient client() {
        return new OidcClient(issuer.url(), configuration.clientId());
    }

    /** {@return the address at which browsers reach the service, if it is configured} */
    Optional<String> serviceUrl() {
        return configuration.serviceUrl();
    }

    /** {@return whether a token names this issuer; not verified yet} */
    boolean issues(String token) {
        return hasClaim(token, "iss", issuer.url());
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

    /** Reads a token, and the keys of the issuer if they are unknown. */
    TokenReading read(String token) {
        try {
            issuer.requireKeys();
            return TokenReading.valid(accessToken(consumer.processToClaims(token)));
        } catch (InvalidJwtException e) {
            LOG.debug("a token of {} is refused", issuer.url(), e);
            return e.hasExpired() ? TokenReading.expired(expired(e)) : TokenReading.refused(refusal(e));
        } catch (MalformedClaimException e) {
            return TokenReading.refused("the token has no claim " + configuration.usernameClaim());
        } catch (IOException e) {
            LOG.debug("a token cannot be verified", e);
            return TokenReading.refused("the token cannot be verified at the moment: its issuer is unavailable");
        }
    }

    /** The signature is verified first. */
    private Optional<AccessToken> expired(InvalidJwtException refusal) {
        try {
            return Optional.of(accessToken(refusal.getJwtContext().getJwtClaims()));
        } catch (MalformedClaimException e) {
            return Optional.empty();
        }
    }

    private String refusal(InvalidJwtException failure) {
        return failure.hasErrorCode(ErrorCodes.AUDIENCE_INVALID) || failure.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)
                ? "the token is not issued for the audience " + configuration.audience()
                : "signature is invalid";
    }

    private AccessToken accessToken(JwtClaims claims) throws MalformedClaimException {
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

    /** Only asymmetric algorithms: with another one, the public key of the issuer would sign tokens. */
    private JwtConsumer newConsumer() {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(issuer)
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.RSA_USING_SHA256,
                        AlgorithmIdentifiers.RSA_USING_SHA512,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(ALLOWED_SKEW_SECONDS)
                .setExpectedIssuer(issuer.url())
                .setExpectedAudience(configuration.audience())
                .build();
    }

    /** {@return what the issuer publishes about itself} */
    JsonNode metadata() throws IOException {
        return issuer.metadata();
    }
}
