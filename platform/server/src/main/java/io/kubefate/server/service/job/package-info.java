/** Jobs: their state, history and steps, and the feed that follows them. */
package io.kubefate.server.service.job;
