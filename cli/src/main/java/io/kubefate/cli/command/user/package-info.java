/** {@code kubefate user}. */
@NullMarked
package io.kubefate.cli.command.user;

import org.jspecify.annotations.NullMarked;
