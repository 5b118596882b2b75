/** Implements the Kubernetes contract in memory. No container runs. */
@NullMarked
package io.kubefate.server.kubernetes.sandbox;

import org.jspecify.annotations.NullMarked;
