/** FATE-Serving 2.1.6: chart {@code fate-serving}, version {@code v2.1.6}. */
@NullMarked
package io.kubefate.plugin.fateserving21;

import org.jspecify.annotations.NullMarked;
