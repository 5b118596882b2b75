package io.kubefate.cli.command.cluster.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.cli.text.Json;
import java.io.IOException;
import java.util.stream.StreamSupport;

/**
 * How a command in a container ended.
 *
 * @param exitCode its exit code; 1 if it has none
 * @param failure why it did not run, or empty text
 */
record ExecResult(int exitCode, String failure) {

    /**
     * Reads what Kubernetes says at the end: a {@code Status}, whose cause {@code ExitCode} holds the code.
     *
     * @param status JSON
     */
    static ExecResult of(byte[] status) {
        JsonNode json = tree(status);
        if (json.path("status").asText().equals("Success")) {
            return new ExecResult(0, "");
        }
        return StreamSupport.stream(json.at("/details/causes").spliterator(), false)
                .filter(cause -> cause.path("reason").asText().equals("ExitCode"))
                .map(cause -> new ExecResult(cause.path("message").asInt(1), ""))
                .findFirst()
                .orElseGet(() -> new ExecResult(1, json.path("message").asText("the command failed")));
    }

    private static JsonNode tree(byte[] status) {
        try {
            return Json.tree(status);
        } catch (IOException e) {
            return Json.missing();
        }
    }
}
