/** Compares what is desired with what exists: plans, field differences, drift. */
@NullMarked
package io.kubefate.planning.plan;

import org.jspecify.annotations.NullMarked;
