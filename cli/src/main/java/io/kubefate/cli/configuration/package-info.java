/** Where the command line finds the service and as whom it logs in: files, environment variables, defaults. */
package io.kubefate.cli.configuration;
