/** {@code kubefate cluster}. */
@NullMarked
package io.kubefate.cli.command.cluster;

import org.jspecify.annotations.NullMarked;
