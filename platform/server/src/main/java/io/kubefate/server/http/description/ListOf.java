package io.kubefate.server.http.description;

import io.kubefate.server.service.list.ListKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The list whose parts, order and filters the query parameters select. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ListOf {

    ListKind value();
}
