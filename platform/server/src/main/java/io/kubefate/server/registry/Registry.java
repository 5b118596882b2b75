package io.kubefate.server.registry;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** One registry: how it is reached, which is found out once, and what it says of images. */
final class Registry {

    private static final String DOCKER_HUB_API = "registry-1.docker.io";

    private final Connection connection;
    private final TokenService tokens;
    private final String host;
    private final boolean insecure;
    private Optional<URI> address = Optional.empty();
    private Optional<String> away = Optional.empty();

    /**
     * A registry that was not asked yet.
     *
     * @param name host and perhaps port, as in names of images
     * @param insecure whether http will do where there is no https
     * @param connection asks
     */
    Registry(String name, boolean insecure, Connection connection) {
        this.host = name.equals(ImageReference.DOCKER_HUB) ? DOCKER_HUB_API : name;
        this.insecure = insecure;
        this.connection = connection;
        this.tokens = new TokenService(connection);
    }

    /**
     * Asks for an image.
     *
     * @param image one of this registry
     * @param keyring the logins that may be used
     * @return what the registry said
     */
    Availability check(ImageReference image, Keyring keyring) throws InterruptedException {
        try {
            URI manifest = address().resolve("/v2/" + image.repository() + "/manifests/" + image.version());
            Answer answer = head(manifest, "");
            return answer.status() == 401 ? checkWithLogin(image, answer, keyring) : verdict(image, answer);
        } catch (UnreachableException e) {
            return Availability.unreachable(e.getMessage());
        }
    }

    /** A registry that redirects to another host hands us over without our login, which is not for that host. */
    private Availability checkWithLogin(ImageReference image, Answer refusal, Keyring keyring)
            throws UnreachableException, InterruptedException {
        Challenge challenge = refusal.challenge()
                .orElseThrow(() -> new UnreachableException("it wants a login of a kind that is not known here"));
        boolean ours = Connection.sameOrigin(address(), refusal.uri());
        List<RegistryLogin> logins = ours ? keyring.find(image) : List.of();
        if (logins.isEmpty()) {
            return check(image, refusal.uri(), tokens.anonymous(challenge, image, refusal.uri()))
                    .orElseGet(() ->
                            Availability.denied("it has no such repository, or needs a login; " + keyring.lack(image)));
        }
        for (RegistryLogin login : logins) {
            Optional<Availability> answer =
                    check(image, refusal.uri(), tokens.authorization(challenge, image, refusal.uri(), login));
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return Availability.denied("it refuses the login of "
                + String.join(
                        ", ",
                        logins.stream().map(RegistryLogin::source).distinct().toList())
                + ", or that may not read the repository");
    }

    /** {@return what the registry says; nothing if it refuses the authorization, or there is none} */
    private Optional<Availability> check(ImageReference image, URI manifest, Optional<String> authorization)
            throws UnreachableException, InterruptedException {
        if (authorization.isEmpty()) {
            return Optional.empty();
        }
        Answer answer = head(manifest, authorization.get());
        boolean refused = answer.status() == 401 || answer.status() == 403;
        return refused ? Optional.empty() : Optional.of(verdict(image, answer));
    }

    private static Availability verdict(ImageReference image, Answer answer) {
        return switch (answer.status()) {
            case 200 ->
                answer.isManifest()
                        ? Availability.present()
                        : Availability.unreachable("it answers, but not as a registry does");
            case 404 -> Availability.missing(image);
            case 403 -> Availability.denied("it refuses to be asked from here");
            case 429 -> Availability.unreachable("it was asked too often; try again later");
            default -> Availability.unreachable("it answers with status " + answer.status());
        };
    }

    private Answer head(URI uri, String authorization) throws UnreachableException, InterruptedException {
        try {
            return connection.send("HEAD", uri, authorization);
        } catch (IOException e) {
            throw new UnreachableException(Failure.reason(e));
        }
    }

    /** Whoever asks first finds out; a registry that is away is not tried again for every image. */
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
        connection.send("GET", base, "");
        return base;
    }
}
