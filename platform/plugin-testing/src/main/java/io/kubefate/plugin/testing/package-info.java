/** The contract of every plugin, as a JUnit test class to extend. */
@NullMarked
package io.kubefate.plugin.testing;

import org.jspecify.annotations.NullMarked;
