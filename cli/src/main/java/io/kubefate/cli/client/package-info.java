/** The service's REST API as Java methods, and what to tell the user when it does not answer. */
package io.kubefate.cli.client;
