/** Offline commands of {@code kubefate-server}: render a cluster.yaml, list its images, create a plugin project. */
@NullMarked
package io.kubefate.server.command;

import org.jspecify.annotations.NullMarked;
