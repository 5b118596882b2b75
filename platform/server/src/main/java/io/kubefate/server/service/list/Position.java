package io.kubefate.server.service.list;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A place in a list: behind the last row of a part. It stays where it is while rows are added and deleted.
 *
 * @param kind the list
 * @param order how the list is sorted, in the words of the parameter {@code sort}
 * @param value of the last row, by which the list is sorted
 * @param id of the last row, by which rows of the same value are sorted
 */
public record Position(String kind, String order, String value, String id) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Position {
        requireNonNull(kind, "kind is null");
        requireNonNull(order, "order is null");
        requireNonNull(value, "value is null");
        requireNonNull(id, "id is null");
    }

    /** Returns the place as clients see it. */
    public String token() {
        try {
            byte[] json = JSON.writeValueAsBytes(List.of(kind, order, value, id));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written as JSON", e);
        }
    }

    /** Parses a {@link #token()}; empty if it is none. */
    public static Optional<Position> parse(String token) {
        try {
            String json = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            String[] parts = JSON.readValue(json, String[].class);
            return parts == null || parts.length != 4
                    ? Optional.empty()
                    : Optional.of(new Position(parts[0], parts[1], parts[2], parts[3]));
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
