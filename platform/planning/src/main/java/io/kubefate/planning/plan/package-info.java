/** Compares what is desired with what exists: plans, field differences, drift, preflight rules. */
package io.kubefate.planning.plan;
