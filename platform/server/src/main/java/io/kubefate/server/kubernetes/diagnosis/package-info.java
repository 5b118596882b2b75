/** Computes health and reasons from Kubernetes objects. Uses the models of the client, but not the client itself. */
@NullMarked
package io.kubefate.server.kubernetes.diagnosis;

import org.jspecify.annotations.NullMarked;
