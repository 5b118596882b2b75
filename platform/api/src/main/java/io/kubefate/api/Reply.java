package io.kubefate.api;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of every successful reply.
 *
 * @param msg what was done, for example {@code getJob Success}
 * @param data the result; omitted if there is none
 * @param warnings the warnings about the cluster.yaml in the request; omitted if there are none
 * @param next for a list that goes on, the parameter {@code continue} of the request for its next part; omitted in the last part
 * @param remaining for a list that goes on, the number of its rows behind this part; omitted in the last part, and if there are too many to
 *     count
 * @param <T> the type of the result
 */
public record Reply<T>(
        String msg,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable T data,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SpecProblem> warnings,

        @JsonProperty("continue") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String next,

        @JsonProperty("remaining_item_count") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Long remaining) {

    /** Null warnings become empty. */
    public Reply {
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }

    /** A reply that is complete. */
    public Reply(String msg, @Nullable T data, List<SpecProblem> warnings) {
        this(msg, data, warnings, null, null);
    }

    /** A reply without warnings. */
    public Reply(String msg, @Nullable T data) {
        this(msg, data, List.of());
    }

    /**
     * Returns the data of a reply that always has data.
     *
     * @throws NullPointerException if there is none
     */
    public T result() {
        return requireNonNull(data, "data is null");
    }
}
