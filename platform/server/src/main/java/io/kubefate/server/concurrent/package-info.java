/** Threads, and what limits, joins and combines work on them. */
package io.kubefate.server.concurrent;
