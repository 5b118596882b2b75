package io.kubefate.server.http.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/** Encrypts what the service keeps in a cookie of a browser, so that every replica can read it, and nobody else. */
final class Seal {

    private final SecretKey key;
    private final String purpose;
    private final Clock clock;
    private final JwtConsumer consumer;

    /**
     * Creates a seal.
     *
     * @param signingKey the key of the service, from which another one is derived
     * @param purpose what is sealed for one purpose cannot be used for another
     */
    Seal(SecretKey signingKey, String purpose, Clock clock) {
        this.key = derived(signingKey, purpose);
        this.purpose = purpose;
        this.clock = clock;
        this.consumer = new JwtConsumerBuilder()
                .setDisableRequireSignature()
                .setEnableRequireEncryption()
                .setDecryptionKey(key)
                .setJweAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.DIRECT)
                .setJweContentEncryptionAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM)
                .setRequireExpirationTime()
                .setExpectedAudience(purpose)
                .build();
    }

    /** {@return the texts in a form that only this service can read} */
    String seal(Map<String, String> texts, Duration lifetime) {
        JwtClaims claims = new JwtClaims();
        texts.forEach(claims::setClaim);
        claims.setAudience(purpose);
        claims.setExpirationTime(
                NumericDate.fromSeconds(clock.instant().plus(lifetime).getEpochSecond()));
        JsonWebEncryption encryption = new JsonWebEncryption();
        encryption.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
        encryption.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
        encryption.setKey(key);
        encryption.setPayload(claims.toJson());
        try {
            return encryption.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot encrypt", e);
        }
    }

    /** {@return the claims that were sealed; empty if the text was changed, has another purpose or is expired} */
    Optional<JwtClaims> open(String sealed) {
        try {
            return Optional.of(consumer.processToClaims(sealed));
        } catch (InvalidJwtException e) {
            return Optional.empty();
        }
    }

    /** {@return a sealed text} */
    static String text(JwtClaims claims, String name) {
        try {
            return Optional.ofNullable(claims.getStringClaimValue(name)).orElse("");
        } catch (MalformedClaimException e) {
            return "";
        }
    }

    private static SecretKey derived(SecretKey signingKey, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(signingKey);
            return new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has HmacSHA256", e);
        }
    }
}
