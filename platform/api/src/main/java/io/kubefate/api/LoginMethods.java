package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How users log in, in addition to user name and password.
 *
 * @param oidc the OpenID Connect issuer whose tokens the service accepts; omitted if there is none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LoginMethods(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OidcClient oidc) {}
