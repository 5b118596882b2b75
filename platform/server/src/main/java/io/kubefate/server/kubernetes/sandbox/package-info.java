/** Implements the Kubernetes contract in memory. No container runs. */
package io.kubefate.server.kubernetes.sandbox;
