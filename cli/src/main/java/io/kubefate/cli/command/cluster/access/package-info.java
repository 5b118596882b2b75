/** The commands of {@code kubefate cluster} that access a cluster's pods. */
@NullMarked
package io.kubefate.cli.command.cluster.access;

import org.jspecify.annotations.NullMarked;
