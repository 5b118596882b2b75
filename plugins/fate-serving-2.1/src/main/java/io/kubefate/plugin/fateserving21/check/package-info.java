/** Checks of a running FATE-Serving cluster. */
@NullMarked
package io.kubefate.plugin.fateserving21.check;

import org.jspecify.annotations.NullMarked;
