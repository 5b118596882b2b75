/** Rules between keys of a cluster.yaml. */
@NullMarked
package io.kubefate.plugin.fate20.rule;

import org.jspecify.annotations.NullMarked;
