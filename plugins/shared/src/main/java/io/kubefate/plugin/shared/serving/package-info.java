/** What the releases of FATE-Serving have in common: rules for keys of cluster.yaml that mean the same in all of them. */
@NullMarked
package io.kubefate.plugin.shared.serving;

import org.jspecify.annotations.NullMarked;
