/** The address of the service and the user's credentials, from files, environment variables and defaults. */
@NullMarked
package io.kubefate.cli.configuration;

import org.jspecify.annotations.NullMarked;
