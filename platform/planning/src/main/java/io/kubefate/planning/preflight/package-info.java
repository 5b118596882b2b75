/** Checks before anything is done whether a plan can succeed. */
@NullMarked
package io.kubefate.planning.preflight;

import org.jspecify.annotations.NullMarked;
