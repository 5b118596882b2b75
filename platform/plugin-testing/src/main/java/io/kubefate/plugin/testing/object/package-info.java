/** What must hold for the objects that a distribution makes. */
package io.kubefate.plugin.testing.object;
