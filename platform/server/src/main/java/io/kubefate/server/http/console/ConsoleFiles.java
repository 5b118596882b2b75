package io.kubefate.server.http.console;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The files of the console, which come from a jar on the class path. A build can be without it. */
public final class ConsoleFiles {

    private static final String FOLDER = "io/kubefate/console/";
    private static final String DOCUMENT = "index.html";
    private static final String ASSETS = "assets/";

    /** No other folder can be named. */
    private static final Pattern ASSET = Pattern.compile("\\w[\\w.-]*\\.([a-z0-9]+)");

    /** What has another type is not served. */
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript",
            "css", "text/css",
            "json", "application/json",
            "map", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2",
            "txt", "text/plain",
            "wasm", "application/wasm");

    private final ClassLoader classPath;

    public ConsoleFiles(ClassLoader classPath) {
        this.classPath = requireNonNull(classPath, "classPath is null");
    }

    /** {@return the document of all pages; empty if this build has no console} */
    Optional<String> document() throws IOException {
        try (InputStream file = classPath.getResourceAsStream(FOLDER + DOCUMENT)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /**
     * Finds an asset.
     *
     * @param gzip whether it may be compressed
     */
    Optional<Asset> asset(String name, boolean gzip) {
        return type(name).flatMap(type -> {
            Optional<Asset> compressed = gzip ? asset(name, type, true) : Optional.empty();
            return compressed.or(() -> asset(name, type, false));
        });
    }

    private Optional<Asset> asset(String name, String type, boolean compressed) {
        URL content = classPath.getResource(FOLDER + ASSETS + name + (compressed ? ".gz" : ""));
        return Optional.ofNullable(content).map(found -> new Asset(name, type, compressed, found));
    }

    private static Optional<String> type(String name) {
        return Optional.of(ASSET.matcher(name))
                .filter(matcher -> matcher.matches())
                .flatMap(matcher -> Optional.ofNullable(TYPES.get(matcher.group(1))));
    }
}
