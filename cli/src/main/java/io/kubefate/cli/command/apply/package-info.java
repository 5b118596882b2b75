/** {@code kubefate apply}. */
@NullMarked
package io.kubefate.cli.command.apply;

import org.jspecify.annotations.NullMarked;
