/** The service's settings: one YAML file, {@code conf/kubefate.yaml}, into which environment variables are substituted. */
package io.kubefate.server.configuration;
