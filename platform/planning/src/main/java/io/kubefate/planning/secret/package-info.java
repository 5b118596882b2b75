/** Recognizes passwords by their names. */
@NullMarked
package io.kubefate.planning.secret;

import org.jspecify.annotations.NullMarked;
