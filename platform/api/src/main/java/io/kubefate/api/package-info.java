/** The bodies of the REST API's requests and answers, as both the service and the command line see them. */
@NullMarked
package io.kubefate.api;

import org.jspecify.annotations.NullMarked;
