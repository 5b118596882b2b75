package io.kubefate.server.http.description;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The data of the reply to a request with {@code dryRun=true}; otherwise the data is a job. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface DryRunAnswer {

    Class<?> value();
}
