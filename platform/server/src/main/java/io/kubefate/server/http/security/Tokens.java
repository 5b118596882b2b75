package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.lang.JoseException;

/** Issues and verifies tokens (JWT, HS256). */
public final class Tokens {

    private static final String ISSUER = "kubefate";
    private static final String USER = "id";
    private static final String ROLE = "role";
    private static final int SEGMENTS = 3;

    private final SecretKey key;
    private final Duration lifetime;
    private final Clock clock;
    private final JwtConsumer consumer;

    /**
     * A signed token.
     *
     * @param text in compact form
     * @param expiry in whole seconds
     */
    public record Token(String text, Instant expiry) {}

    public Tokens(SecretKey key, Duration lifetime, Clock clock) {
        this.key = requireNonNull(key, "key is null");
        this.lifetime = requireNonNull(lifetime, "lifetime is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.consumer = new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
                .setRequireExpirationTime()
                .setExpectedIssuer(ISSUER)
                .setExpectedAudience(ISSUER)
                .build();
    }

    /** {@return a consumer that rejects tokens that are expired or were not issued here} */
    JwtConsumer consumer() {
        return consumer;
    }

    public Token issue(User user) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiry = now.plus(lifetime);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setHeader("typ", "JWT");
        signature.setKey(key);
        signature.setPayload(claims(user, now, expiry).toJson());
        try {
            return new Token(signature.getCompactSerialization(), expiry);
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
    }

    /** The names {@code id} and {@code orig_iat} come from KubeFATE 1, whose clients may read them. */
    private static JwtClaims claims(User user, Instant now, Instant expiry) {
        JwtClaims claims = new JwtClaims();
        claims.setClaim(USER, user.name());
        claims.setClaim(ROLE, user.role().name().toLowerCase(Locale.ROOT));
        claims.setSubject(user.name());
        claims.setIssuer(ISSUER);
        claims.setAudience(ISSUER);
        claims.setClaim("orig_iat", now.getEpochSecond());
        claims.setExpirationTime(NumericDate.fromSeconds(expiry.getEpochSecond()));
        return claims;
    }

    /** {@return the user of an accepted token; empty if it has no user} */
    static Optional<User> user(JwtContext context) {
        try {
            User.Role role = role(context.getJwtClaims());
            return Optional.ofNullable(context.getJwtClaims().getStringClaimValue(USER))
                    .filter(name -> !name.isEmpty())
                    .map(name -> new User(name, role));
        } catch (MalformedClaimException e) {
            return Optional.empty();
        }
    }

    /** A token without a role comes from an earlier version; an unknown role gives the rights of a viewer. */
    private static User.Role role(JwtClaims claims) throws MalformedClaimException {
        String role = claims.getStringClaimValue(ROLE);
        boolean operator = role == null || role.equalsIgnoreCase(User.Role.OPERATOR.name());
        return operator ? User.Role.OPERATOR : User.Role.VIEWER;
    }

    boolean accepts(String token) {
        try {
            return user(consumer.process(token)).isPresent();
        } catch (InvalidJwtException e) {
            return false;
        }
    }

    /** {@return the reason why a token is rejected, in the words that existing clients know} */
    String refusal(String token) {
        try {
            consumer.process(token);
            return "the token has no user";
        } catch (InvalidJwtException e) {
            return refusal(token, e);
        }
    }

    private static String refusal(String token, InvalidJwtException e) {
        if (e.hasErrorCode(ErrorCodes.SIGNATURE_INVALID)) {
            return "signature is invalid";
        }
        if (e.hasExpired()) {
            return "Token is expired";
        }
        return isCompact(token) ? "invalid token; log in again" : "token contains an invalid number of segments";
    }

    private static boolean isCompact(String token) {
        return token.split("\\.", -1).length == SEGMENTS;
    }
}
