package io.kubefate.server.registry;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * What came back.
 *
 * @param uri where it came from, after redirects
 * @param status the HTTP status, no redirect
 * @param headers the headers
 * @param body the body, of limited size
 */
record Answer(URI uri, int status, HttpHeaders headers, String body) {

    /** {@return how the registry wants to be asked, if it refused for want of a login} */
    Optional<Challenge> challenge() {
        return status == 401 ? Challenge.best(headers.allValues("WWW-Authenticate")) : Optional.empty();
    }

    /** {@return whether the headers are those of a manifest; a web page is none, whatever its status} */
    boolean isManifest() {
        String type = headers.firstValue("Content-Type").orElse("");
        return headers.firstValue("Docker-Content-Digest").isPresent()
                || ManifestTypes.ALL.stream().anyMatch(type::startsWith);
    }
}
