/** Computes health and reasons from objects that were read. Uses the models of the client, never the client. */
@NullMarked
package io.kubefate.server.kubernetes.diagnosis;

import org.jspecify.annotations.NullMarked;
