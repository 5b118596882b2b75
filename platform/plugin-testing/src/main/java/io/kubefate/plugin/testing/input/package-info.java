/** Clusters to try a distribution with: made from its schema, filled in, random or hostile. */
package io.kubefate.plugin.testing.input;
