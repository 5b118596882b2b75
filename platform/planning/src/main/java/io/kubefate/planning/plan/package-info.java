/** Compares desired with live objects: plans, field differences, drift. */
@NullMarked
package io.kubefate.planning.plan;

import org.jspecify.annotations.NullMarked;
