package io.kubefate.server.registry;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.http.Header;

/**
 * A response of a registry or token service.
 *
 * @param uri the address, after redirects
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body, limited in size
 */
record Answer(URI uri, int status, List<Header> headers, String body) {

    Answer {
        headers = List.copyOf(headers);
    }

    /** Returns the challenge, if the registry requires authentication. */
    Optional<Challenge> challenge() {
        return status == 401 ? Challenge.best(all("WWW-Authenticate")) : Optional.empty();
    }

    /** Returns whether the headers are those of a manifest, and not for example those of a web page. */
    boolean isManifest() {
        String type = header("Content-Type").orElse("");
        return header("Docker-Content-Digest").isPresent()
                || ManifestTypes.ALL.stream().anyMatch(type::startsWith);
    }

    /** Returns whether this is an answer of the API of a registry, and not of another web server. */
    boolean isOfRegistry() {
        return header("Docker-Distribution-Api-Version").isPresent()
                || isManifest()
                || challenge()
                        .filter(challenge -> challenge.scheme().equals("bearer"))
                        .isPresent();
    }

    /** Returns the first header of a name, in any case. */
    Optional<String> header(String name) {
        return all(name).stream().findFirst();
    }

    private List<String> all(String name) {
        return headers.stream()
                .filter(header -> header.getName().equalsIgnoreCase(name))
                .map(Header::getValue)
                .toList();
    }
}
