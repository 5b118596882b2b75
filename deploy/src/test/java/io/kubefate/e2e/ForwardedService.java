package io.kubefate.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service in Kubernetes, reached through {@code kubectl port-forward}. */
final class ForwardedService implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

    private static final String PASSWORD = "FATECLOUD_USER_PASSWORD";

    private final Command.Running forward;
    private final Map<String, String> environment;

    /**
     * Opens a port.
     *
     * @param name of the Service
     * @param password of its user admin
     */
    ForwardedService(Kubectl kubectl, String name, String password) {
        this(kubectl, name, "http", Map.of(PASSWORD, password));
    }

    /**
     * Opens a port of a service that accepts https only.
     *
     * @param name of the Service
     * @param password of its user admin
     */
    ForwardedService(Kubectl kubectl, String name, String password, Certificate certificate) {
        this(
                kubectl,
                name,
                "https",
                Map.of(PASSWORD, password, "FATECLOUD_SAFECONNECT", "true", "JAVA_OPTS", certificate.javaOptions()));
    }

    private ForwardedService(Kubectl kubectl, String name, String portName, Map<String, String> settings) {
        forward = kubectl.start("port-forward", "service/" + name, ":" + portName);
        Eventually.holds(
                "the port is open", LIMIT, () -> PORT.matcher(forward.out()).find());
        Matcher port = PORT.matcher(forward.out());
        if (!port.find()) {
            throw new IllegalStateException(forward.out());
        }
        environment = new HashMap<>(settings);
        environment.put("FATECLOUD_SERVICEURL", "localhost:" + port.group(1));
        environment.put("FATECLOUD_USER_USERNAME", "admin");
    }

    /** {@return what the command line does with these arguments} */
    Command.Result kubefate(String... arguments) {
        List<String> words = new ArrayList<>(List.of(Home.program("kubefate")));
        words.addAll(List.of(arguments));
        return Command.run(environment, Path.of("."), words);
    }

    @Override
    public void close() {
        forward.process().destroy();
    }
}
