package io.kubefate.api;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of every successful reply.
 *
 * @param msg what was done, for example {@code getJob Success}
 * @param data the result; omitted if there is none
 * @param warnings the warnings about the cluster.yaml in the request; omitted if there are none
 * @param <T> the type of the result
 */
public record Reply<T>(
        String msg,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable T data,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SpecProblem> warnings) {

    /** Null warnings become empty. */
    public Reply {
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }

    /**
     * A reply without warnings.
     */
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
