/** Validates a cluster.yaml with the plugin that serves its release, and renders its objects. */
@NullMarked
package io.kubefate.server.service.spec;

import org.jspecify.annotations.NullMarked;
