/**
 * What the service remembers: clusters, their revisions and the jobs on them, in MySQL, MariaDB or an embedded H2 database.
 * Every method that writes does so in one transaction and takes the time from its caller; times are kept in UTC with
 * microseconds. When the database fails, methods throw {@link org.jdbi.v3.core.JdbiException}.
 */
@NullMarked
package io.kubefate.server.store;

import org.jspecify.annotations.NullMarked;
