/** Rules between keys of a cluster.yaml. */
@NullMarked
package io.kubefate.plugin.shared.fate.rule;

import org.jspecify.annotations.NullMarked;
