/**
 * A way into the pods of a cluster, behind the interface {@link io.kubefate.server.kubernetes.access.PodAccess}: their logs,
 * their events, commands in them, their ports. Apart from the rest, since these are long conversations and not short questions.
 */
package io.kubefate.server.kubernetes.access;
