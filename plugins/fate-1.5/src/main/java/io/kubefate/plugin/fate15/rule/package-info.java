/** What a cluster.yaml must keep to beyond its schema: relations between its fields. */
package io.kubefate.plugin.fate15.rule;
