/** The commands of {@code kubefate cluster} that access a cluster's pods. */
package io.kubefate.cli.command.cluster.access;
