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

/** Makes and checks the signed tokens (JWT, HS256) with which clients say who they are. */
public final class Tokens {

    private static final String ISSUER = "kubefate";
    private static final String USER = "id";
    private static final String ROLE = "role";

    private final SecretKey key;
    private final Duration lifetime;
    private final Clock clock;
    private final JwtConsumer consumer;

    /**
     * A token.
     *
     * @param text in compact form
     * @param expiry from when on it is refused, in whole seconds
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

    /** {@return what refuses every token that is not one of ours or has expired} */
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
            throw new IllegalStateException("the token cannot be signed", e);
        }
    }

    /** The names {@code id} and {@code orig_iat} are those of the earlier KubeFATE; its clients may read them. */
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

    /** {@return the user of a token that the consumer accepted, if it names one} */
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

    /** Tokens of earlier versions name no role; whoever has a role that is not known here may only look. */
    private static User.Role role(JwtClaims claims) throws MalformedClaimException {
        String role = claims.getStringClaimValue(ROLE);
        boolean operator = role == null || role.equalsIgnoreCase(User.Role.OPERATOR.name());
        return operator ? User.Role.OPERATOR : User.Role.VIEWER;
    }

    /** {@return why a token is refused, in the words that existing clients know} */
    String refusal(String token) {
        try {
            consumer.process(token);
            return "the token names no user";
        } catch (InvalidJwtException e) {
            return refusal(e);
        }
    }

    private static String refusal(InvalidJwtException e) {
        if (e.hasErrorCode(ErrorCodes.SIGNATURE_INVALID)) {
            return "signature is invalid";
        }
        return e.hasExpired() ? "Token is expired" : "the token is not valid; log in again";
    }
}
