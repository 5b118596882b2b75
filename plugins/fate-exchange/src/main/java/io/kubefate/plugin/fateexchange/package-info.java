/** The exchange of FATE 1.11.2: chart {@code fate-exchange}, version {@code v1.11.2}. */
@NullMarked
package io.kubefate.plugin.fateexchange;

import org.jspecify.annotations.NullMarked;
