/** Rules for the objects that a distribution renders. */
@NullMarked
package io.kubefate.plugin.testing.object;

import org.jspecify.annotations.NullMarked;
