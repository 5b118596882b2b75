/** Checks whether a plan can succeed, before it is executed. */
@NullMarked
package io.kubefate.planning.preflight;

import org.jspecify.annotations.NullMarked;
