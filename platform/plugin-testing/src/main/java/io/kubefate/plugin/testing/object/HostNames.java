package io.kubefate.plugin.testing.object;

import static io.kubefate.planning.manifest.Manifest.map;

import io.kubefate.planning.manifest.Manifest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Host names of Services in configuration files, variables and commands: full names, {@code name.namespace.svc}, and names of Services
 * with a port, {@code name:9370}.
 */
final class HostNames {

    private static final Pattern WITH_PORT =
            Pattern.compile("(?:(?<=//)|(?<![-.\\w/]))([a-z][-a-z0-9]*):([0-9]{1,5})(?![-.\\w:])");

    private HostNames() {}

    /** {@return a sentence for each name or port without a Service} */
    static Stream<String> unknown(ObjectSet objects) {
        Map<String, Set<String>> ports = objects.ofKind("Service")
                .collect(Collectors.toMap(
                        service -> service.ref().name(),
                        service -> Fields.maps(service.spec(), "ports").stream()
                                .map(port -> Fields.text(port, "port"))
                                .collect(Collectors.toSet()),
                        (first, second) -> first));
        Pattern inFull =
                Pattern.compile("(?<![-.\\w])([a-z][-a-z0-9]*)\\." + Pattern.quote(objects.namespace()) + "\\.svc\\b");
        return texts(objects)
                .flatMap(text -> Stream.concat(
                        problems(text, inFull, match -> services(match, ports)),
                        problems(text, WITH_PORT, match -> port(match, ports))));
    }

    private record Text(String where, String content) {}

    private static Stream<String> problems(Text text, Pattern pattern, Function<MatchResult, Optional<String>> check) {
        return pattern.matcher(text.content())
                .results()
                .flatMap(match -> check.apply(match).stream())
                .map(problem -> text.where() + ": " + problem);
    }

    private static Optional<String> services(MatchResult match, Map<String, Set<String>> ports) {
        return ports.containsKey(match.group(1))
                ? Optional.empty()
                : Optional.of("the host " + match.group() + " is not a Service; the Services are " + ports.keySet());
    }

    private static Optional<String> port(MatchResult match, Map<String, Set<String>> ports) {
        Set<String> open = ports.get(match.group(1));
        return open == null || open.contains(match.group(2))
                ? Optional.empty()
                : Optional.of(match.group() + " is not a port of Service/" + match.group(1) + ", which has " + open);
    }

    private static Stream<Text> texts(ObjectSet objects) {
        Stream<Text> files = objects.ofKind("ConfigMap").flatMap(HostNames::files);
        Stream<Text> containers =
                objects.pods().stream().flatMap(pod -> pod.allContainers().flatMap(container -> words(pod, container)));
        Stream<Text> routes = objects.objects().stream()
                .filter(object -> object.ref().apiVersion().startsWith("networking.istio.io"))
                .map(object ->
                        new Text(object.ref().toString(), object.content().toString()));
        return Stream.of(files, containers, routes).flatMap(texts -> texts);
    }

    private static Stream<Text> files(Manifest configMap) {
        return map(configMap.content(), "data").entrySet().stream()
                .map(file -> new Text(configMap.ref() + " " + file.getKey(), String.valueOf(file.getValue())));
    }

    private static Stream<Text> words(Pod pod, Map<String, Object> container) {
        Stream<String> variables =
                Fields.maps(container, "env").stream().map(variable -> Fields.text(variable, "value"));
        Stream<String> command = Stream.of("command", "args").flatMap(key -> Fields.texts(container, key).stream());
        return Stream.concat(variables, command).map(word -> new Text(pod.named(container), word));
    }
}
