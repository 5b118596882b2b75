/** {@code kubefate chart}. */
package io.kubefate.cli.command.chart;
