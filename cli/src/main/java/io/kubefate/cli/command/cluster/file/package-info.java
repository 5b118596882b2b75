/** The commands that write and check a cluster.yaml and change nothing in Kubernetes. */
@NullMarked
package io.kubefate.cli.command.cluster.file;

import org.jspecify.annotations.NullMarked;
