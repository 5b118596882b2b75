/** FATE-Serving 2.0.0: chart {@code fate-serving}, version {@code v2.0.0}. */
@NullMarked
package io.kubefate.plugin.fateserving;

import org.jspecify.annotations.NullMarked;
