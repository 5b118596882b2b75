/** The requests and replies of the REST API, shared by the server and the command line. */
@NullMarked
package io.kubefate.api;

import org.jspecify.annotations.NullMarked;
