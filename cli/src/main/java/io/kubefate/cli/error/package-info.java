/** The exceptions whose messages the user sees. */
@NullMarked
package io.kubefate.cli.error;

import org.jspecify.annotations.NullMarked;
