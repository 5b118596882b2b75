/** The service's REST API as Java methods, one client per noun. */
package io.kubefate.cli.client;
