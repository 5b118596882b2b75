/** The service's settings: one YAML file, {@code conf/kubefate.yaml}, into which environment variables are substituted. */
@NullMarked
package io.kubefate.server.configuration;

import org.jspecify.annotations.NullMarked;
