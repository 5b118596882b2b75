/**
 * All that the service knows of Kubernetes, behind the interface {@link io.kubefate.server.kubernetes.Kubernetes}; the
 * only package that imports its client. {@code FabricKubernetes} and what it uses act; {@code ClusterHealthCalculator}
 * and the diagnosis below it only compute, from objects as Kubernetes reports them to reasons for people.
 */
package io.kubefate.server.kubernetes;
