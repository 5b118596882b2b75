/** What templates need of a cluster.yaml. */
@NullMarked
package io.kubefate.plugin.shared.fate.model;

import org.jspecify.annotations.NullMarked;
