/** {@code kubefate audit}. */
@NullMarked
package io.kubefate.cli.command.audit;

import org.jspecify.annotations.NullMarked;
