package io.kubefate.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What an operator sees with kubectl on the Kubernetes that {@code KUBECONFIG} names. */
final class Kubectl {

    private static final JsonMapper JSON = new JsonMapper();

    private final Optional<String> namespace;

    /**
     * Looks into one namespace.
     *
     * @param namespace its name
     */
    Kubectl(String namespace) {
        this(Optional.of(namespace));
    }

    private Kubectl(Optional<String> namespace) {
        this.namespace = namespace;
    }

    /** {@return one for objects that name their own namespaces, which kubectl compares with its own} */
    static Kubectl ofAllNamespaces() {
        return new Kubectl(Optional.empty());
    }

    /** {@return what kubectl does with these arguments in the namespace} */
    Command.Result run(String... arguments) {
        return start(arguments).end();
    }

    /** {@return a kubectl that runs} */
    Command.Running start(String... arguments) {
        List<String> words = new ArrayList<>(List.of("kubectl"));
        namespace.ifPresent(name -> words.addAll(List.of("--namespace", name)));
        words.addAll(List.of(arguments));
        return Command.start(Map.of(), Path.of("."), words);
    }

    /** {@return the value of a key of a Secret} */
    String secret(String name, String key) {
        String encoded =
                run("get", "secret", name, "-o", "jsonpath={.data." + key + "}").out();
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    /** {@return {@code Kind/name} of every object of these kinds, for example {@code deployments,services}} */
    List<String> names(String kinds) {
        return items(kinds).stream()
                .map(item -> item.at("/kind").asText() + "/"
                        + item.at("/metadata/name").asText())
                .filter(name -> !name.equals("ConfigMap/kube-root-ca.crt"))
                .toList();
    }

    /** {@return every object of these kinds} */
    List<JsonNode> items(String kinds) {
        try {
            JsonNode list = JSON.readTree(run("get", kinds, "-o", "json").out());
            return StreamSupport.stream(list.at("/items").spliterator(), false).toList();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return an object} */
    JsonNode object(String kind, String name) {
        try {
            return JSON.readTree(run("get", kind, name, "-o", "json").out());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Applies YAML. */
    void apply(Path folder, String yaml) {
        try {
            Path file = Files.createTempFile(folder, "object", ".yaml");
            Files.writeString(file, yaml);
            run("apply", "-f", file.toString()).succeeded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the namespace and everything in it, without waiting. */
    void deleteNamespace() {
        namespace.ifPresent(name -> run("delete", "namespace", name, "--ignore-not-found", "--wait=false"));
    }
}
