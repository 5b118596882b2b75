package io.kubefate.server.registry;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the images of one registry. Finds out once whether it uses https or http. */
final class Registry {

    private static final Logger LOG = LoggerFactory.getLogger(Registry.class);
    private static final String DOCKER_HUB_API = "registry-1.docker.io";

    private final Connection connection;
    private final TokenService tokens;
    private final String host;
    private final boolean insecure;
    private final boolean explained;
    private volatile boolean recognized;
    private Optional<URI> address = Optional.empty();
    private Optional<String> away = Optional.empty();

    /**
     * Creates a registry without sending a request.
     *
     * @param name host and optional port, as in image names
     * @param insecure whether http is allowed if https is not available
     * @param explained whether failures are explained, also if the host is not a registry
     * @param connection sends the requests
     */
    Registry(String name, boolean insecure, boolean explained, Connection connection) {
        this.host = name.equals(ImageReference.DOCKER_HUB) ? DOCKER_HUB_API : name;
        this.insecure = insecure;
        this.explained = explained;
        this.connection = connection;
        this.tokens = new TokenService(connection);
    }

    /**
     * Checks an image.
     *
     * @param image an image of this registry
     * @param keyring the available credentials
     * @return the result
     */
    Availability check(ImageReference image, Keyring keyring) throws InterruptedException {
        try {
            URI manifest = address().resolve("/v2/" + image.repository() + "/manifests/" + image.version());
            Answer answer = head(manifest, "");
            return answer.status() == 401 && isTrusted(answer)
                    ? checkWithLogin(image, answer, keyring)
                    : verdict(image, answer);
        } catch (UnreachableException e) {
            LOG.info("registry {}: {}", host, e.getMessage());
            return explained ? Availability.unreachable(e.getMessage()) : Availability.unknown();
        }
    }

    /** Returns whether the answer is that of a registry, or the administrator lists this one. */
    private boolean isTrusted(Answer answer) throws UnreachableException, InterruptedException {
        return explained || answer.isOfRegistry() || recognized && Connection.sameOrigin(address(), answer.uri());
    }

    /** Sends no credentials after a redirect to another host, because they are not for that host. */
    private Availability checkWithLogin(ImageReference image, Answer refusal, Keyring keyring)
            throws UnreachableException, InterruptedException {
        Challenge challenge = refusal.challenge()
                .orElseThrow(() -> new UnreachableException("it requires an unsupported authentication scheme"));
        boolean ours = Connection.sameOrigin(address(), refusal.uri());
        List<RegistryLogin> logins = ours ? keyring.find(image) : List.of();
        if (logins.isEmpty()) {
            return check(image, refusal.uri(), tokens.anonymous(challenge, image, refusal.uri()))
                    .orElseGet(() -> Availability.denied(
                            "the repository does not exist, or requires credentials; " + keyring.lack(image)));
        }
        for (RegistryLogin login : logins) {
            Optional<Availability> answer =
                    check(image, refusal.uri(), tokens.authorization(challenge, image, refusal.uri(), login));
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return Availability.denied("it rejects the credentials of "
                + String.join(
                        ", ",
                        logins.stream().map(RegistryLogin::source).distinct().toList())
                + ", or they have no permission to read the repository");
    }

    /** Returns the result; empty if the registry rejects the authorization, or there is none. */
    private Optional<Availability> check(ImageReference image, URI manifest, Optional<String> authorization)
            throws UnreachableException, InterruptedException {
        if (authorization.isEmpty()) {
            return Optional.empty();
        }
        Answer answer = head(manifest, authorization.get());
        boolean refused = answer.status() == 401 || answer.status() == 403;
        return refused ? Optional.empty() : Optional.of(verdict(image, answer));
    }

    private Availability verdict(ImageReference image, Answer answer)
            throws UnreachableException, InterruptedException {
        if (!isTrusted(answer)) {
            LOG.info("registry {}: status {}, but not of a registry", host, answer.status());
            return Availability.unknown();
        }
        return switch (answer.status()) {
            case 200 ->
                answer.isManifest()
                        ? Availability.present()
                        : Availability.unreachable("it responds, but not as a registry");
            case 404 -> Availability.missing(image);
            case 403 -> Availability.denied("it denies access to this service");
            case 429 -> Availability.unreachable("too many requests; try again later");
            default -> Availability.unreachable("it responds with status " + answer.status());
        };
    }

    private Answer head(URI uri, String authorization) throws UnreachableException, InterruptedException {
        try {
            return connection.send("HEAD", uri, authorization);
        } catch (IOException e) {
            throw new UnreachableException(Failure.reason(e));
        }
    }

    /** The first caller finds the address. If the registry is unavailable, later callers do not retry. */
    private synchronized URI address() throws UnreachableException, InterruptedException {
        if (away.isPresent()) {
            throw new UnreachableException(away.get());
        }
        if (address.isEmpty()) {
            try {
                address = Optional.of(find());
            } catch (UnreachableException e) {
                away = Optional.of(e.getMessage());
                throw e;
            }
        }
        return address.get();
    }

    private URI find() throws UnreachableException, InterruptedException {
        try {
            return ping("https");
        } catch (IOException e) {
            if (!insecure) {
                throw new UnreachableException(Failure.reason(e));
            }
        }
        try {
            return ping("http");
        } catch (IOException e) {
            throw new UnreachableException(Failure.reason(e));
        }
    }

    private URI ping(String scheme) throws IOException, UnreachableException, InterruptedException {
        URI base = URI.create(scheme + "://" + host + "/v2/");
        recognized = connection.send("GET", base, "").isOfRegistry();
        return base;
    }
}
