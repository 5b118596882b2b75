package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.service.identity.AccessToken;
import io.kubefate.server.service.identity.Subject;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
import org.jspecify.annotations.Nullable;

/** Issues and verifies tokens (JWT, HS256). */
public final class Tokens {

    private static final String ISSUER = "kubefate";
    private static final String USER = "id";
    private static final String SESSIONS = "sessions";
    private static final String SINCE = "orig_iat";
    private static final int SEGMENTS = 3;
    private static final int MAX_VERIFIED = 1000;

    private final SecretKey key;
    private final Duration lifetime;
    private final Duration maxSession;
    private final Clock clock;
    private final JwtConsumer consumer;

    /** Most requests present a token that was verified before. */
    private final Map<String, AccessToken> verified = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, AccessToken> eldest) {
            return size() > MAX_VERIFIED;
        }
    });

    /**
     * A signed token.
     *
     * @param text in compact form
     * @param expiry in whole seconds
     */
    public record Token(String text, Instant expiry) {}

    /**
     * Creates the issuer of tokens.
     *
     * @param lifetime of a token
     * @param maxSession how long after a login its tokens can be refreshed
     */
    public Tokens(SecretKey key, Duration lifetime, Duration maxSession, Clock clock) {
        this.maxSession = requireNonNull(maxSession, "maxSession is null");
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

    /**
     * Issues a token for a new session.
     *
     * @param sessions of the account; the token is valid as long as the account has the same
     */
    public Token issue(String user, String sessions) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return issue(UUID.randomUUID().toString(), user, sessions, now, now.plus(lifetime));
    }

    /**
     * Issues another token for a session, until its maximum duration. It has the same id, so that a logout revokes all tokens of a session.
     *
     * @throws WebApplicationException status 401 if the session has its maximum duration, or the token is not one of a session
     */
    public Token refresh(AccessToken token) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = end(token);
        if (token.kind() != AccessToken.Kind.SESSION || !now.isBefore(end)) {
            throw new WebApplicationException(
                    Unauthorized.response("the token cannot be refreshed any longer; log in again"));
        }
        Instant expiry = now.plus(lifetime);
        return issue(
                token.id(),
                token.subject().user(),
                token.sessions(),
                token.since(),
                expiry.isBefore(end) ? expiry : end);
    }

    /** {@return when the last token of a session expires at the latest} */
    public Instant end(AccessToken session) {
        return session.since().plus(maxSession);
    }

    private Token issue(String id, String user, String sessions, Instant since, Instant expiry) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setHeader("typ", "JWT");
        signature.setKey(key);
        signature.setPayload(claims(id, user, sessions, since, expiry).toJson());
        try {
            return new Token(signature.getCompactSerialization(), expiry);
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
    }

    /** The names {@code id} and {@code orig_iat} come from KubeFATE 1, whose clients may read them. */
    private static JwtClaims claims(String id, String user, String sessions, Instant since, Instant expiry) {
        JwtClaims claims = new JwtClaims();
        claims.setClaim(USER, user);
        claims.setClaim(SESSIONS, sessions);
        claims.setSubject(user);
        claims.setIssuer(ISSUER);
        claims.setAudience(ISSUER);
        claims.setJwtId(id);
        claims.setClaim(SINCE, since.getEpochSecond());
        claims.setExpirationTime(NumericDate.fromSeconds(expiry.getEpochSecond()));
        return claims;
    }

    /** {@return the session of a token that was verified before; empty if it is expired, or was not verified} */
    Optional<AccessToken> known(String token) {
        return Optional.ofNullable(verified.get(token))
                .filter(session -> clock.instant().isBefore(session.expiresAt()));
    }

    /** {@return the session of a token that has just been verified; empty if it has no user} */
    Optional<AccessToken> verified(JwtContext context) {
        Optional<AccessToken> session = session(context);
        session.ifPresent(found -> verified.put(context.getJwt(), found));
        return session;
    }

    private static Optional<AccessToken> session(JwtContext context) {
        JwtClaims claims = context.getJwtClaims();
        try {
            String user = text(claims.getStringClaimValue(USER));
            Number since = claims.getClaimValue(SINCE, Number.class);
            return user.isEmpty() || since == null
                    ? Optional.empty()
                    : Optional.of(new AccessToken(
                            AccessToken.Kind.SESSION,
                            text(claims.getJwtId()),
                            Subject.user(user),
                            text(claims.getStringClaimValue(SESSIONS)),
                            Instant.ofEpochSecond(since.longValue()),
                            Instant.ofEpochSecond(claims.getExpirationTime().getValue())));
        } catch (MalformedClaimException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String claim) {
        return Objects.requireNonNullElse(claim, "");
    }

    /** {@return the session of a token; empty if its signature is invalid, or it is expired} */
    Optional<AccessToken> read(String token) {
        Optional<AccessToken> known = known(token);
        if (known.isPresent()) {
            return known;
        }
        try {
            return verified(consumer.process(token));
        } catch (InvalidJwtException e) {
            return Optional.empty();
        }
    }

    /** {@return the session of a token that was issued here, but is expired; empty for any other token} */
    Optional<AccessToken> expired(String token) {
        try {
            consumer.process(token);
            return Optional.empty();
        } catch (InvalidJwtException e) {
            return e.hasExpired() ? session(e.getJwtContext()) : Optional.empty(); // the signature is verified first
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
