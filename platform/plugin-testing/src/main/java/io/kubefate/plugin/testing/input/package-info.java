/** Input for the contract: clusters that are derived from the schema, filled, random or with injection texts. */
@NullMarked
package io.kubefate.plugin.testing.input;

import org.jspecify.annotations.NullMarked;
