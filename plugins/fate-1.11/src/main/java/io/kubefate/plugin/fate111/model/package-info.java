/** What templates need of a cluster.yaml. */
@NullMarked
package io.kubefate.plugin.fate111.model;

import org.jspecify.annotations.NullMarked;
