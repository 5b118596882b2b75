package io.kubefate.server.registry;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parsed name of an image. By Docker's rules, the part before the first slash is a registry if it looks like a host.
 *
 * @param registry the host and optional port, for example {@code docker.io} or {@code harbor.example.com:8443}
 * @param repository for example {@code library/mysql}
 * @param version a tag, or a digest such as {@code sha256:…}; a digest takes precedence
 */
public record ImageReference(String registry, String repository, String version) {

    /** Docker Hub, the default registry. */
    static final String DOCKER_HUB = "docker.io";

    private static final int LONGEST = 512;
    private static final String PART = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?+";
    private static final Pattern HOST =
            Pattern.compile("(?:" + LABEL + "(?:\\." + LABEL + ")*+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?");
    private static final Pattern REST = Pattern.compile("(?<repository>" + PART + "(?:/" + PART + ")*+)"
            + "(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(?<digest>sha(?:256|384|512):[0-9a-f]{64,128}))?");

    public ImageReference {
        requireNonNull(registry, "registry is null");
        requireNonNull(repository, "repository is null");
        requireNonNull(version, "version is null");
    }

    /**
     * Parses a name.
     *
     * @param image the name as in a pod template; the default tag is {@code latest}
     * @return the parts; empty if the name is invalid
     */
    public static Optional<ImageReference> parse(String image) {
        if (image.length() > LONGEST) {
            return Optional.empty();
        }
        int slash = image.indexOf('/');
        String first = slash < 0 ? "" : image.substring(0, slash);
        if (!isHost(first)) {
            return parse(DOCKER_HUB, image);
        }
        return HOST.matcher(first).matches() ? parse(first, image.substring(slash + 1)) : Optional.empty();
    }

    private static Optional<ImageReference> parse(String host, String rest) {
        String registry = host.equals("index.docker.io") ? DOCKER_HUB : host;
        Matcher matcher = REST.matcher(rest);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String repository = matcher.group("repository");
        boolean official = registry.equals(DOCKER_HUB) && !repository.contains("/");
        String version = Optional.ofNullable(matcher.group("digest"))
                .or(() -> Optional.ofNullable(matcher.group("tag")))
                .orElse("latest");
        return Optional.of(new ImageReference(registry, official ? "library/" + repository : repository, version));
    }

    private static boolean isHost(String text) {
        boolean upperCase = !text.equals(text.toLowerCase(Locale.ROOT));
        return text.contains(".") || text.contains(":") || text.equals("localhost") || upperCase;
    }
}
