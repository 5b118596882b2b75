package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a client needs to obtain a token of an OpenID Connect issuer.
 *
 * @param issuer its URL, exactly as in its tokens
 * @param clientId the public client, which is registered at the issuer
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OidcClient(
        String issuer, @JsonProperty("client_id") String clientId) {}
