/**
 * Loads the FATE release plugins and answers which of them serves a release. A leaf: it knows the SPI, PF4J and the
 * error codes, and nothing of HTTP, Kubernetes or the database.
 */
@NullMarked
package io.kubefate.server.plugin;

import org.jspecify.annotations.NullMarked;
