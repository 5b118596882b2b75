/** The bodies of the REST API's requests and answers, as both the service and the command line see them. */
package io.kubefate.api;
