/** HTTP requests and streams with authentication, and the exceptions for failed ones. */
package io.kubefate.cli.client.http;
