/** Compares what is desired with what exists: plans, field differences, drift. */
package io.kubefate.planning.plan;
