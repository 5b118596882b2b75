/** The settings of the service: one YAML file, {@code conf/kubefate.yaml}, in which environment variables are substituted. */
@NullMarked
package io.kubefate.server.configuration;

import org.jspecify.annotations.NullMarked;
