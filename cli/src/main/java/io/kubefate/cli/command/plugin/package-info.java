/** {@code kubefate plugin}. */
package io.kubefate.cli.command.plugin;
