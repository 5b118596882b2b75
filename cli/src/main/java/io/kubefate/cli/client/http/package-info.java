/** HTTP requests and streams with authentication, and the exceptions for failed ones. */
@NullMarked
package io.kubefate.cli.client.http;

import org.jspecify.annotations.NullMarked;
