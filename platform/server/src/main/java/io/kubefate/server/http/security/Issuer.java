package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import org.jose4j.http.Get;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * What an OpenID Connect issuer publishes about itself, and its keys. They are read with the first token, again when a token has an unknown
 * key, and otherwise kept, so that tokens are accepted while the issuer is unavailable.
 */
final class Issuer implements VerificationKeyResolver {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final String url;
    private final Published<JsonNode> metadata;
    private final Published<List<JsonWebKey>> keys;

    /** @param interval the shortest interval between two reads */
    Issuer(String url, Duration interval) {
        this.url = requireNonNull(url, "url is null");
        this.metadata = new Published<>(this::readMetadata, interval, System::nanoTime);
        this.keys = new Published<>(this::readKeys, interval, System::nanoTime);
    }

    String url() {
        return url;
    }

    JsonNode metadata() throws IOException {
        return metadata.get();
    }

    /** @throws IOException if no key is known, and the issuer is unavailable */
    void requireKeys() throws IOException {
        keys.get();
    }

    @Override
    public Key resolveKey(JsonWebSignature signature, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        try {
            return key(keys.get(), signature, nesting);
        } catch (UnresolvableKeyException | IOException e) {
            return newKey(signature, nesting);
        }
    }

    private Key newKey(JsonWebSignature signature, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        try {
            return key(keys.newest(), signature, nesting);
        } catch (IOException e) {
            throw new UnresolvableKeyException("the keys of the issuer are unknown", e);
        }
    }

    private static Key key(List<JsonWebKey> known, JsonWebSignature signature, List<JsonWebStructure> nesting)
            throws UnresolvableKeyException {
        return new JwksVerificationKeyResolver(known).resolveKey(signature, nesting);
    }

    private JsonNode readMetadata() throws IOException {
        return new ObjectMapper().readTree(read(url.replaceFirst("/$", "") + "/.well-known/openid-configuration"));
    }

    private List<JsonWebKey> readKeys() throws IOException {
        String body = read(metadata.get().required("jwks_uri").asText());
        try {
            return new JsonWebKeySet(body).getJsonWebKeys();
        } catch (JoseException e) {
            throw new IOException("cannot read the keys of issuer " + url + ": " + e.getMessage(), e);
        }
    }

    private static String read(String address) throws IOException {
        Get get = new Get();
        get.setConnectTimeout((int) TIMEOUT.toMillis());
        get.setReadTimeout((int) TIMEOUT.toMillis());
        get.setRetries(1);
        try {
            return get.get(address).getBody();
        } catch (IOException e) {
            throw new IOException("cannot read " + address + " of the issuer: " + e.getMessage(), e);
        }
    }
}
