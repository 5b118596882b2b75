/** {@code kubefate token}. */
@NullMarked
package io.kubefate.cli.command.token;

import org.jspecify.annotations.NullMarked;
