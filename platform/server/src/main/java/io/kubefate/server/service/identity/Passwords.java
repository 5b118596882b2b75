package io.kubefate.server.service.identity;

import static java.util.Objects.requireNonNull;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes and verifies passwords. Existing clients log in before each request, so a correct password is not hashed again for some
 * minutes; only a keyed hash of it is remembered.
 */
public final class Passwords {

    /** The password in examples, also those of KubeFATE 1 and 2. */
    public static final String SAMPLE = "admin";

    /** What bcrypt regards of a password. */
    public static final int MAX_BYTES = 72;

    private static final int MIN_LENGTH = 8;
    private static final int COST = 10;
    private static final Set<String> PUBLISHED = Set.of(
            SAMPLE,
            "administrator",
            "password",
            "passw0rd",
            "password1",
            "12345678",
            "123456789",
            "kubefate",
            "changeme",
            "change-me",
            "fate_dev",
            "qwertyui",
            "qwertyuiop");

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MAX_REMEMBERED = 1000;
    private static final String ALGORITHM = "HmacSHA256";

    /** A hash of no known password, which takes as long to verify as others. */
    private static final String UNKNOWN_USER = "$2a$" + COST + "$" + ".".repeat(53);

    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<String, Instant> verified = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    public Passwords(Clock clock) {
        this.clock = requireNonNull(clock, "clock is null");
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
    }

    /**
     * Checks a new password against the rules.
     *
     * @throws KubefateException {@code INVALID_REQUEST}
     */
    public static void requireStrong(String password, String user) {
        String lower = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
            throw weak("it has fewer than " + MIN_LENGTH + " characters");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw weak("it has more than " + MAX_BYTES + " bytes");
        }
        if (lower.equals(user.toLowerCase(Locale.ROOT))) {
            throw weak("it is the name of the user");
        }
        if (PUBLISHED.contains(lower)) {
            throw weak("it is published as an example");
        }
    }

    /** {@return a bcrypt hash of a password of at most 72 bytes} */
    public String hash(String password) {
        return BCrypt.withDefaults().hashToString(COST, password.toCharArray());
    }

    /** {@return whether a password belongs to a hash} */
    public boolean verify(String password, String hash) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_BYTES) {
            return false;
        }
        String remembered = keyed(hash + '\n' + password);
        if (isRemembered(remembered)) {
            return true;
        }
        boolean correct = BCrypt.verifyer().verify(bytes, hash.getBytes(StandardCharsets.UTF_8)).verified;
        if (correct) {
            remember(remembered);
        }
        return correct;
    }

    /** Takes as long as {@link #verify} of a wrong password, so that the time does not reveal which users exist. */
    public void verifyNothing(String password) {
        verify(password, UNKNOWN_USER);
    }

    private synchronized boolean isRemembered(String password) {
        Instant until = verified.get(password);
        return until != null && clock.instant().isBefore(until);
    }

    private synchronized void remember(String password) {
        verified.put(password, clock.instant().plus(REMEMBERED));
    }

    private String keyed(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static KubefateException weak(String reason) {
        return new KubefateException(
                ErrorCode.INVALID_REQUEST,
                "invalid password: " + reason + "; use " + MIN_LENGTH + " to " + MAX_BYTES
                        + " characters that are not a name or an example");
    }
}
