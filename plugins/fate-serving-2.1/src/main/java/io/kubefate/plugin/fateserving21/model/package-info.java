/** Computes the values that the templates use from a cluster.yaml. No I/O. */
@NullMarked
package io.kubefate.plugin.fateserving21.model;

import org.jspecify.annotations.NullMarked;
