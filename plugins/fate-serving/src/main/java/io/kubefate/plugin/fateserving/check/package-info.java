/** Checks of a running FATE-Serving cluster. */
@NullMarked
package io.kubefate.plugin.fateserving.check;

import org.jspecify.annotations.NullMarked;
