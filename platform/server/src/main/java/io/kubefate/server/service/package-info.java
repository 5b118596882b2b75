/** Answers the requests of the REST API: resolves, validates, plans, stores. */
@NullMarked
package io.kubefate.server.service;

import org.jspecify.annotations.NullMarked;
