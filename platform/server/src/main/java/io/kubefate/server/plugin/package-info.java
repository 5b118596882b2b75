/**
 * Loads the plugins of FATE releases and finds the plugin for a release. Depends on the SPI, PF4J and the error codes, but not on
 * HTTP, Kubernetes or the database.
 */
@NullMarked
package io.kubefate.server.plugin;

import org.jspecify.annotations.NullMarked;
