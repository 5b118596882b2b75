/** Checks with the OCI distribution API (Docker registry v2) whether registries have images. */
@NullMarked
package io.kubefate.server.registry;

import org.jspecify.annotations.NullMarked;
