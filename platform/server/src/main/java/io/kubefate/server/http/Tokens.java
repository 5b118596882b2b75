package io.kubefate.server.http;

import io.kubefate.api.LoginReply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/** Makes and checks JSON Web Tokens: HS256, with the claims of existing clients and issuer and audience besides. */
public final class Tokens {

    /** The claim with the user's name. */
    static final String USER = "id";

    private static final String ISSUER = "kubefate";

    private final SigningKey key;
    private final Duration lifetime;
    private final Clock clock;

    /**
     * Tokens of one service, or of several with the same key.
     *
     * @param key signs them
     * @param lifetime how long they are good
     * @param clock the time
     */
    public Tokens(SigningKey key, Duration lifetime, Clock clock) {
        this.key = key;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** {@return a new token for a user} */
    LoginReply issue(String user) {
        Instant now = clock.instant();
        Instant end = now.plus(lifetime);
        JwtClaims claims = new JwtClaims();
        claims.setStringClaim(USER, user);
        claims.setSubject(user);
        claims.setIssuer(ISSUER);
        claims.setAudience(ISSUER);
        claims.setExpirationTime(NumericDate.fromSeconds(end.getEpochSecond()));
        claims.setClaim("orig_iat", now.getEpochSecond());
        return new LoginReply(200, end.atOffset(ZoneOffset.UTC), sign(claims));
    }

    /** {@return what checks a token} */
    JwtConsumer consumer() {
        return new JwtConsumerBuilder()
                .setRequireExpirationTime()
                .setExpectedIssuer(true, ISSUER)
                .setExpectedAudience(true, ISSUER)
                .setVerificationKey(key.secret())
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
                .build();
    }

    private String sign(JwtClaims claims) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setPayload(claims.toJson());
            signature.setKey(key.secret());
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
            signature.setHeader("typ", "JWT");
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a token cannot be signed", e);
        }
    }
}
