/** {@code kubefate federation}. */
@NullMarked
package io.kubefate.cli.command.federation;

import org.jspecify.annotations.NullMarked;
