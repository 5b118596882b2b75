package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The body of every refusal but 401: a flat map of strings, because existing clients decode no other.
 *
 * @param error what is wrong and what to do, for people; several lines when there are several problems
 * @param code the stable error code, for programs, for example {@code NOT_FOUND}
 * @param problems for {@code INVALID_SPEC} the {@link SpecProblem}s as JSON text in a string; else left out
 */
public record ErrorReply(
        String error,
        String code,
        @JsonInclude(JsonInclude.Include.NON_NULL) String problems) {}
