/** Errors that a user can cause or see, each with a stable code. */
@NullMarked
package io.kubefate.planning.error;

import org.jspecify.annotations.NullMarked;
