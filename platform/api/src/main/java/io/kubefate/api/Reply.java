package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The envelope of every successful answer.
 *
 * @param msg what was done, for example {@code getJob Success}
 * @param data the answer itself; left out of the JSON where an endpoint has none
 * @param <T> the answer's type
 */
public record Reply<T>(String msg, @JsonInclude(JsonInclude.Include.NON_NULL) T data) {}
