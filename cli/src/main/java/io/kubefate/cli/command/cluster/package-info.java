/** {@code kubefate cluster}. */
package io.kubefate.cli.command.cluster;
