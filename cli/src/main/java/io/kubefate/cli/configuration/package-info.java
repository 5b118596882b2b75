/** The address of the service and the user's credentials, from files, environment variables and defaults. */
package io.kubefate.cli.configuration;
