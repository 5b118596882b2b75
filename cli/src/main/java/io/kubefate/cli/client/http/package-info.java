/** Sends requests to the service and turns errors into exceptions. */
package io.kubefate.cli.client.http;
