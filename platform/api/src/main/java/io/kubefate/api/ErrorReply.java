package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The body of every error except 401: a flat map of strings, because existing clients can decode no other.
 *
 * @param error the message for people, one line for each problem
 * @param code the stable error code, for programs, for example {@code NOT_FOUND}
 * @param problems for {@code INVALID_SPEC} the {@link SpecProblem}s as JSON text in a string; otherwise omitted
 */
public record ErrorReply(
        String error,
        String code,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String problems) {}
