/** Implements the Kubernetes contract with the fabric8 client, which no other package uses. */
package io.kubefate.server.kubernetes.fabric;
