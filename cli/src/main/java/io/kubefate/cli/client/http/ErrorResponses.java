package io.kubefate.cli.client.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.api.SpecProblem;
import io.kubefate.cli.configuration.Authentication;
import io.kubefate.cli.configuration.Connection;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.error.ServiceException;
import io.kubefate.cli.error.UnavailableException;
import io.kubefate.cli.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Converts responses other than the expected one to exceptions. */
final class ErrorResponses {

    private static final String UNAVAILABLE =
            "503 Service Temporarily Unavailable. Please try again later or check the pod status of kubefate";

    private static final int MAXIMUM_QUOTE = 200;
    private static final int PROXY_LOGIN_REQUIRED = 407;

    private final Connection connection;

    ErrorResponses(Connection connection) {
        this.connection = requireNonNull(connection, "connection is null");
    }

    /** Converts a response with an error status; the message is the service's if the response is from the service. */
    CommandException of(HttpAnswer response) {
        JsonNode body = json(response.body());
        if (response.status() == 401 && body.hasNonNull("message")) {
            return unauthorized(response.body());
        }
        String error = body.path("error").asText(body.path("message").asText(""));
        if (!error.isEmpty()) {
            String message = MissingRecord.explain(error, response.call().uri().getPath());
            return new ServiceException(response.status(), body.path("code").asText(""), message, problems(body));
        }
        if (response.status() == 503) {
            return new UnavailableException(UNAVAILABLE + "\n" + status(response));
        }
        return unexpected(response);
    }

    /** Converts a response that is not from the service, for example an ingress controller's page. */
    UnavailableException unexpected(HttpAnswer response) {
        String type = response.header("content-type").orElse("no content type");
        return new UnavailableException(status(response) + " (" + type
                + "), which is not a response of the kubefate service: " + quote(response.body()) + "\n"
                + advice(response)
                + " " + connection.place() + ".");
    }

    private ServiceException unauthorized(byte[] content) {
        String body = new String(content, StandardCharsets.UTF_8).strip();
        return new ServiceException(401, "resp.StatusCode=401, error: " + body + "\n" + credentialsAdvice());
    }

    private String credentialsAdvice() {
        if (connection.authentication() instanceof Authentication.Password password) {
            return "Check user.username (from " + password.username().source() + ") and user.password (from "
                    + password.password().source() + ").";
        }
        return connection.place() + ". Log in again with: " + connection.loginCommand();
    }

    private static String status(HttpAnswer response) {
        return response.call().method() + " " + response.call().uri() + " returned status " + response.status();
    }

    private String advice(HttpAnswer response) {
        if (response.status() == PROXY_LOGIN_REQUIRED) {
            return "The proxy requires a login: add it to the variable, as http://USER:PASSWORD@HOST:PORT.";
        }
        String location = response.header("location").orElse("");
        if (location.startsWith("https:")) {
            return "The server redirects to " + location + ": " + connection.remedy("https") + ".";
        }
        return "Check that this is the address of the kubefate service and that the ingress routes this host to it.";
    }

    private static String quote(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8)
                .replaceAll("<[^>]*>", " ")
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        return '"' + (text.length() > MAXIMUM_QUOTE ? text.substring(0, MAXIMUM_QUOTE) + "…" : text) + '"';
    }

    private static JsonNode json(byte[] body) {
        try {
            return Json.tree(body);
        } catch (IOException e) {
            return Json.missing(); // an ingress controller's HTML, for example
        }
    }

    /** The problems are JSON in a string, because existing clients decode only flat maps of strings. */
    private static List<SpecProblem> problems(JsonNode body) {
        byte[] problems = body.path("problems").asText("[]").getBytes(StandardCharsets.UTF_8);
        try {
            return Json.read(problems, new TypeReference<List<SpecProblem>>() {});
        } catch (IOException e) {
            return List.of(); // the error text has the same information
        }
    }
}
