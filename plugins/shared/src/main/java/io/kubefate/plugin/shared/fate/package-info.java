/**
 * What FATE 1.9 and later have in common: their modules, the keys of cluster.yaml and the rules for them. A plugin adds what is of its
 * releases only.
 */
@NullMarked
package io.kubefate.plugin.shared.fate;

import org.jspecify.annotations.NullMarked;
