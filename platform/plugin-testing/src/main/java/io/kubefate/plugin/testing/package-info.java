/** The contract of every plugin, as a JUnit test class to extend. */
package io.kubefate.plugin.testing;
