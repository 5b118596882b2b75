/** What the command line tells its user when something cannot be done. */
package io.kubefate.cli.error;
