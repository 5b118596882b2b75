/** Rules between the fields of a cluster.yaml, which the schema cannot express. */
package io.kubefate.plugin.fate15.rule;
