/** {@code kubefate context}: the services and users in {@code ~/.kubefate/config.yaml}. */
@NullMarked
package io.kubefate.cli.command.context;

import org.jspecify.annotations.NullMarked;
