package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of every successful answer.
 *
 * @param msg what was done, for example {@code getJob Success}
 * @param data the answer itself; left out of the JSON where an endpoint has none
 * @param warnings what is doubtful in the cluster.yaml that was sent; left out of the JSON where there is nothing
 * @param <T> the answer's type
 */
public record Reply<T>(
        String msg,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable T data,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SpecProblem> warnings) {

    /** Makes the warnings an unmodifiable list; null, as in an answer without any, becomes an empty one. */
    public Reply {
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }

    /**
     * An answer without warnings.
     *
     * @param msg see {@link #msg}
     * @param data see {@link #data}
     */
    public Reply(String msg, @Nullable T data) {
        this(msg, data, List.of());
    }
}
