/** Rules for the objects that a distribution renders. */
package io.kubefate.plugin.testing.object;
