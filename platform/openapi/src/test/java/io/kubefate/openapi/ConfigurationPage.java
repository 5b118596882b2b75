package io.kubefate.openapi;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.server.configuration.ServerConfiguration;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The page of the settings: keys, variables and defaults are those of {@code kubefate.yaml}, types, limits and meanings those of the classes
 * that hold the values.
 */
final class ConfigurationPage {

    private static final String INTRODUCTION = """
            # Settings of the service

            This page is generated from the code and from `conf/kubefate.yaml`. The service reads this file, which takes its values from
            environment variables. If a value is invalid, the service does not start: it prints one line for each, with the name of the
            variable. `bin/kubefate-server check conf/kubefate.yaml` does the same without starting the service.

            The variables that begin with `FATECLOUD_` are those of the original KubeFATE; the others exist since version 3.0.0. An empty
            variable counts as not set. A duration is a number with `ms`, `s`, `m`, `h` or `d`, a size one with `B`, `KiB`, `MiB` or `GiB`.

            These variables are not in the file:

            | Variable | Meaning |
            |---|---|
            | `KUBECONFIG` | Files with the access to Kubernetes, as for `kubectl`. By default `~/.kube/config`, otherwise the service account of the pod. |
            | `HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY` | Proxies between the service and Kubernetes, as for `kubectl`. |
            | `JAVA_HOME`, `JAVA_OPTS` | The Java runtime, and additional options of it, for example `-Xmx512m`. |

            Unless they are set, `bin/kubefate-server` sets `KUBEFATE_DATA` and `KUBEFATE_PLUGINS` to folders of the distribution.
            """;

    /** The sections of Dropwizard, which have no comments. */
    private static final Map<String, String> DROPWIZARD_SECTIONS =
            Map.of("server", "The addresses of the service, TLS and the request log.", "logging", "The log.");

    private static final Map<String, Description> DROPWIZARD_SETTINGS = Map.of(
            "server.applicationConnectors[0].bindHost",
            new Description("text", "The address of the REST API."),
            "server.applicationConnectors[0].port",
            new Description("number", "The port of the REST API."),
            "server.applicationConnectors[0].certificate",
            new Description(
                    "path",
                    "A PEM file with the certificate of the service and its chain, or a PKCS #12 file. The service then only accepts https."
                            + " It reads renewed files within 5 seconds."),
            "server.applicationConnectors[0].key",
            new Description("path", "The PEM file with the private key; none for a PKCS #12 file."),
            "server.applicationConnectors[0].keyStorePassword",
            new Description("text", "The password of the private key or of the PKCS #12 file."),
            "server.adminConnectors[0].bindHost",
            new Description("text", "The address of health checks and metrics."),
            "server.adminConnectors[0].port",
            new Description("number", "The port of health checks and metrics."),
            "server.requestLog.appenders[0].layout.format",
            new Description("`text` or `json`", "The format of the request log. `json` is one object for each line."),
            "logging.level",
            new Description(
                    "`trace`, `debug`, `info`, `warn`, `error`, `fatal`, `panic` or `disabled`",
                    "The level of the log."),
            "logging.appenders[0].layout.format",
            new Description("`text` or `json`", "The format of the log. `json` is one object for each line."));

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):-([^}]*)}");

    private final Comments comments;
    private final JsonNode file;

    /** @param file the content of {@code kubefate.yaml}, with its variables */
    ConfigurationPage(Comments comments, JsonNode file) {
        this.comments = requireNonNull(comments, "comments is null");
        this.file = requireNonNull(file, "file is null");
    }

    String text() {
        return file.properties().stream()
                .map(section -> section(section.getKey(), section.getValue()))
                .collect(Collectors.joining("", INTRODUCTION, ""));
    }

    private String section(String name, JsonNode content) {
        String summary = settings(name)
                .map(type -> comments.of(type).summary())
                .or(() -> Optional.ofNullable(DROPWIZARD_SECTIONS.get(name)))
                .map(text -> text + "\n\n")
                .orElse("");
        return rows(name, content)
                .collect(Collectors.joining(
                        "",
                        "\n## " + name + "\n\n" + summary
                                + "| Setting | Variable | Type | Default | Meaning |\n|---|---|---|---|---|\n",
                        ""));
    }

    /** Returns the rows of the settings that have a variable. */
    private Stream<String> rows(String path, JsonNode node) {
        if (node.isArray()) {
            return IntStream.range(0, node.size())
                    .boxed()
                    .flatMap(index -> rows(path + "[" + index + "]", node.get(index)));
        }
        if (node.isObject()) {
            return node.properties().stream().flatMap(child -> rows(path + "." + child.getKey(), child.getValue()));
        }
        return VARIABLE.matcher(node.asText()).find() ? Stream.of(row(path, node.asText())) : Stream.of();
    }

    private String row(String path, String value) {
        Description description = description(path);
        String variables = VARIABLE.matcher(value)
                .results()
                .map((MatchResult variable) -> "`" + variable.group(1) + "`")
                .collect(Collectors.joining(", "));
        String usual = VARIABLE.matcher(value).replaceAll("$2");
        return Stream.of(
                        "`" + path + "`",
                        variables,
                        description.type(),
                        usual.isEmpty() ? "–" : "`" + usual + "`",
                        description.meaning())
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private Description description(String path) {
        String[] names = path.split("\\.");
        Optional<Class<?>> settings = settings(names[0]);
        if (settings.isPresent()) {
            String meaning = comments.of(settings.get()).parameter(names[1]).orElseThrow();
            return new Description(accessor(settings.get(), names[1]), meaning);
        }
        Optional<Description> ofDropwizard = Optional.ofNullable(DROPWIZARD_SETTINGS.get(path));
        return ofDropwizard.orElseGet(() -> new Description(
                accessor(ServerConfiguration.class, path),
                comments.of(ServerConfiguration.class, path).summary()));
    }

    /** Returns the record of a section; empty if another class has it. */
    static Optional<Class<?>> settings(String section) {
        return Arrays.stream(ServerConfiguration.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(section))
                .<Class<?>>map(Method::getReturnType)
                .filter(Class::isRecord)
                .findFirst();
    }

    private static Method accessor(Class<?> type, String name) {
        try {
            return type.getMethod(name);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("no setting " + name, e);
        }
    }

    /** What the code says about a setting. */
    private record Description(String type, String meaning) {

        private Description(Method accessor, String comment) {
            this(new SettingType(accessor).text(), sentence(comment));
        }

        private static String sentence(String text) {
            String sentence =
                    text.startsWith("`") ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
            return sentence.endsWith(".") ? sentence : sentence + ".";
        }
    }
}
