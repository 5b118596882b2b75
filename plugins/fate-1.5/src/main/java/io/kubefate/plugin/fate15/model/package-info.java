/** Computes the values that the templates use from a cluster.yaml. No I/O. */
package io.kubefate.plugin.fate15.model;
