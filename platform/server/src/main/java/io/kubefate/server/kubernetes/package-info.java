/**
 * The interfaces and data with which the service uses Kubernetes. {@code fabric} implements them with the client, {@code sandbox} in
 * memory; {@code diagnosis} computes health and reasons for both.
 */
@NullMarked
package io.kubefate.server.kubernetes;

import org.jspecify.annotations.NullMarked;
