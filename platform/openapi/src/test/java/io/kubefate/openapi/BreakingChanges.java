package io.kubefate.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The differences between two descriptions with which a client of the earlier one would no longer work: an operation, a parameter, an
 * allowed value of a parameter, a content type or the status of a success that is gone; a parameter or field of a request that is now
 * required; a field of a reply that is gone, can be absent or null, or has another type. Not covered: the meaning of a field, its
 * format, examples, and texts.
 */
final class BreakingChanges {

    private final JsonNode before;
    private final JsonNode after;
    private final List<String> found = new ArrayList<>();
    private final Set<String> compared = new HashSet<>();

    private BreakingChanges(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    static List<String> between(JsonNode before, JsonNode after) {
        BreakingChanges changes = new BreakingChanges(before, after);
        before.at("/paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> changes.compareOperation(
                                method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                method.getValue(),
                                after.at("/paths").path(path.getKey()).path(method.getKey()))));
        return changes.found;
    }

    private void compareOperation(String name, JsonNode old, JsonNode now) {
        if (now.isMissingNode()) {
            found.add(name + ": is gone");
            return;
        }
        for (JsonNode parameter : old.path("parameters")) {
            compareParameter(name, parameter, parameter(now, parameter));
        }
        for (JsonNode parameter : now.path("parameters")) {
            if (parameter.path("required").asBoolean()
                    && parameter(old, parameter).isMissingNode()) {
                found.add(name + ": requires the new parameter "
                        + parameter.path("name").asText());
            }
        }
        compareBody(name, old.path("requestBody"), now.path("requestBody"));
        old.path("responses").properties().forEach(response -> {
            if (response.getKey().compareTo("400") < 0) {
                compareReply(
                        name,
                        response.getKey(),
                        response.getValue(),
                        now.path("responses").path(response.getKey()));
            }
        });
    }

    private static JsonNode parameter(JsonNode operation, JsonNode wanted) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(candidate -> candidate.path("name").equals(wanted.path("name"))
                        && candidate.path("in").equals(wanted.path("in")))
                .findFirst()
                .orElse(operation.path("no parameter"));
    }

    private void compareParameter(String operation, JsonNode old, JsonNode now) {
        String name = operation + ": parameter " + old.path("name").asText();
        if (now.isMissingNode()) {
            found.add(name + " is gone");
            return;
        }
        if (now.path("required").asBoolean() && !old.path("required").asBoolean()) {
            found.add(name + " is now required");
        }
        compareRequest(name, old.path("schema"), now.path("schema"));
    }

    private void compareBody(String operation, JsonNode old, JsonNode now) {
        if (old.isMissingNode() && now.path("required").asBoolean()) {
            found.add(operation + ": requires a body now");
        }
        old.path("content").properties().forEach(content -> {
            JsonNode other = now.path("content").path(content.getKey());
            if (other.isMissingNode()) {
                found.add(operation + ": accepts no body of type " + content.getKey());
            } else {
                compareRequest(operation + ": body", content.getValue().path("schema"), other.path("schema"));
            }
        });
    }

    private void compareReply(String operation, String status, JsonNode old, JsonNode now) {
        if (now.isMissingNode()) {
            found.add(operation + ": has no reply " + status);
            return;
        }
        old.path("content").properties().forEach(content -> {
            JsonNode other = now.path("content").path(content.getKey());
            if (other.isMissingNode()) {
                found.add(operation + ": replies no " + content.getKey());
            } else {
                compareSchema(operation + ": reply", content.getValue().path("schema"), other.path("schema"), false);
            }
        });
    }

    private void compareRequest(String name, JsonNode old, JsonNode now) {
        Set<String> values = texts(now.path("enum"));
        texts(old.path("enum")).stream()
                .filter(value -> !values.isEmpty() && !values.contains(value))
                .forEach(value -> found.add(name + ": " + value + " is not allowed"));
        if (!old.has("enum") && now.has("enum")) {
            found.add(name + ": only some values are allowed");
        }
        compareSchema(name, old, now, true);
    }

    private void compareSchema(String name, JsonNode oldSchema, JsonNode newSchema, boolean request) {
        JsonNode old = resolve(before, oldSchema);
        JsonNode now = resolve(after, newSchema);
        String reference = oldSchema.path("$ref").asText();
        if (!reference.isEmpty() && !compared.add(reference + request)) {
            return;
        }
        String place = reference.isEmpty() ? name : reference.replaceFirst(".*/", "");
        if (!types(old).equals(types(now))) {
            found.add(place + ": has the type " + types(now) + " instead of " + types(old));
            return;
        }
        Set<String> required = texts(old.path("required"));
        Set<String> nowRequired = texts(now.path("required"));
        Stream<String> stricter = request
                ? nowRequired.stream().filter(field -> !required.contains(field))
                : required.stream().filter(field -> !nowRequired.contains(field));
        stricter.forEach(
                field -> found.add(place + "." + field + (request ? ": is now required" : ": can be absent now")));
        old.path("properties").properties().forEach(property -> {
            JsonNode other = now.path("properties").path(property.getKey());
            if (other.isMissingNode()) {
                found.add(place + "." + property.getKey() + ": is gone");
            } else {
                compareSchema(place + "." + property.getKey(), property.getValue(), other, request);
            }
        });
        if (old.has("items")) {
            compareSchema(place + "[]", old.path("items"), now.path("items"), request);
        }
        for (int index = 0; index < old.path("oneOf").size(); index++) {
            compareSchema(
                    place, old.path("oneOf").path(index), now.path("oneOf").path(index), request);
        }
    }

    private static JsonNode resolve(JsonNode document, JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private static Set<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isTextual() ? Set.of(type.asText()) : texts(type);
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
