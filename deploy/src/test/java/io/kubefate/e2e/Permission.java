package io.kubefate.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a rule of a role allows, or a request needs.
 *
 * @param verb for example {@code list}
 * @param resource with its group, for example {@code deployments.apps} or {@code pods/log}
 */
record Permission(String verb, String resource) {

    /** {@return everything that the rules of a role allow} */
    static Stream<Permission> of(JsonNode role) {
        return texts(role.at("/rules"))
                .flatMap(rule -> texts(rule.at("/apiGroups"))
                        .flatMap(group -> texts(rule.at("/resources"))
                                .flatMap(resource -> texts(rule.at("/verbs"))
                                        .map(verb -> of(verb.asText(), group.asText(), resource.asText())))));
    }

    /**
     * Returns what a request needs; empty if it is not about an object, or everybody may send it. An apply is a PATCH.
     *
     * @param path with the query
     */
    static Optional<Permission> of(String method, String path) {
        String[] parts = path.replaceFirst("\\?.*", "").split("/");
        int begin = parts[1].equals("api") ? 3 : 4;
        if (parts.length <= begin || path.contains("/selfsubject")) {
            return Optional.empty();
        }
        String group = parts[1].equals("api") ? "" : parts[2];
        boolean inNamespace = parts[begin].equals("namespaces") && parts.length > begin + 2;
        int kind = inNamespace ? begin + 2 : begin;
        boolean isOne = parts.length > kind + 1;
        String resource = parts.length > kind + 2 ? parts[kind] + "/" + parts[kind + 2] : parts[kind];
        return Optional.of(of(verb(method, path, isOne), group, resource));
    }

    private static String verb(String method, String path, boolean isOne) {
        return switch (method) {
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> "delete";
            default -> isOne ? "get" : path.matches(".*[?&]watch=true.*") ? "watch" : "list";
        };
    }

    private static Permission of(String verb, String group, String resource) {
        return new Permission(verb, group.isEmpty() ? resource : resource + "." + group);
    }

    private static Stream<JsonNode> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Override
    public String toString() {
        return verb + " " + resource;
    }
}
