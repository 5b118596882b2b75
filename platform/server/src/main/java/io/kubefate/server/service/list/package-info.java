/** Parts of lists: which part a client requests, and where the next one begins. */
@NullMarked
package io.kubefate.server.service.list;

import org.jspecify.annotations.NullMarked;
