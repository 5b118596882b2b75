/**
 * What the service needs of Kubernetes, as interfaces and data. {@code fabric} implements it with the client, {@code sandbox} in memory;
 * {@code diagnosis} computes health and reasons for both.
 */
@NullMarked
package io.kubefate.server.kubernetes;

import org.jspecify.annotations.NullMarked;
