/** {@code kubefate plugin}. */
@NullMarked
package io.kubefate.cli.command.plugin;

import org.jspecify.annotations.NullMarked;
