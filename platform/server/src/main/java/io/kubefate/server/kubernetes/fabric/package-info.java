/** Implements the Kubernetes contract with the fabric8 client, which no other package uses. */
@NullMarked
package io.kubefate.server.kubernetes.fabric;

import org.jspecify.annotations.NullMarked;
