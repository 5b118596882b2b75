package io.kubefate.server.http.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names what a resource method does in the audit. Every request with another method than GET is recorded, with or without the annotation,
 * unless it is {@link ReadOnly}; of those with GET only the annotated ones, and those that are denied.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Audited {

    /** Returns the verb, for example {@code install} or {@code plugin install}; it stays the same in all versions. */
    String value();
}
