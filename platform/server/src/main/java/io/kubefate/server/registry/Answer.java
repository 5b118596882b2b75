package io.kubefate.server.registry;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * A response of a registry or token service.
 *
 * @param uri the address, after redirects
 * @param status the HTTP status, never a redirect
 * @param headers the headers
 * @param body the body, limited in size
 */
record Answer(URI uri, int status, HttpHeaders headers, String body) {

    /** Returns the challenge, if the registry requires authentication. */
    Optional<Challenge> challenge() {
        return status == 401 ? Challenge.best(headers.allValues("WWW-Authenticate")) : Optional.empty();
    }

    /** Returns whether the headers are those of a manifest, and not for example those of a web page. */
    boolean isManifest() {
        String type = headers.firstValue("Content-Type").orElse("");
        return headers.firstValue("Docker-Content-Digest").isPresent()
                || ManifestTypes.ALL.stream().anyMatch(type::startsWith);
    }
}
