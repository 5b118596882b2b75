package io.kubefate.server.http.security;

import io.kubefate.server.service.identity.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** States the permission that a resource method requires, and where. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {

    Permission value();

    /** Returns the namespace in which the user needs the permission; by default all. */
    Scope in() default Scope.EVERYWHERE;

    /** Where a permission is required. */
    enum Scope {
        /** In the namespace of the cluster that the path parameter {@code uuid} names. */
        CLUSTER,
        /** In the namespace of the job that the path parameter {@code uuid} names. */
        JOB,
        /** In any namespace: the method returns only what the user may see, or itself checks the namespace in the body. */
        ANYWHERE,
        /** In all namespaces. */
        EVERYWHERE
    }
}
