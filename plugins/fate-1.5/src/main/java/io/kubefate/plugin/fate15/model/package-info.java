/** From a cluster.yaml to what the templates see: defaults filled in, numbers whole, names composed. No I/O. */
package io.kubefate.plugin.fate15.model;
