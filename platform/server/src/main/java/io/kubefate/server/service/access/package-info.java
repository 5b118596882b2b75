/** Access to the pods of a cluster: logs, events, exec, port forwarding. */
@NullMarked
package io.kubefate.server.service.access;

import org.jspecify.annotations.NullMarked;
