/** Implements the Kubernetes interfaces in memory. No container runs. */
@NullMarked
package io.kubefate.server.kubernetes.sandbox;

import org.jspecify.annotations.NullMarked;
