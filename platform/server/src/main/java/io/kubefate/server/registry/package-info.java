/** Asks registries of images, by the OCI distribution API (Docker registry v2), whether they have an image. */
@NullMarked
package io.kubefate.server.registry;

import org.jspecify.annotations.NullMarked;
