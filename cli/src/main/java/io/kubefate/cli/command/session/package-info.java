/** {@code kubefate login}, {@code logout} and {@code whoami}. */
@NullMarked
package io.kubefate.cli.command.session;

import org.jspecify.annotations.NullMarked;
