package io.kubefate.cli.command.cluster.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.cli.text.Json;
import java.io.IOException;
import java.util.stream.StreamSupport;

/**
 * The result of a command in a container.
 *
 * @param exitCode 1 if the command did not run
 * @param failure why the command did not run; else empty
 */
record ExecResult(int exitCode, String failure) {

    /** Reads a {@code Status} of Kubernetes, whose cause {@code ExitCode} has the code. */
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
