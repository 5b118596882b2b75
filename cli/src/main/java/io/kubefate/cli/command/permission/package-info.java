/** {@code kubefate permission}. */
@NullMarked
package io.kubefate.cli.command.permission;

import org.jspecify.annotations.NullMarked;
