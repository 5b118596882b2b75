/** {@code kubefate chart}. */
@NullMarked
package io.kubefate.cli.command.chart;

import org.jspecify.annotations.NullMarked;
