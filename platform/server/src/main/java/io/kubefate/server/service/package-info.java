/** Answers the requests of the REST API: resolves, validates, plans, stores. */
package io.kubefate.server.service;
