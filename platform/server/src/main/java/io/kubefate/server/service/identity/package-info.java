/** Users, their permissions and their tokens: who may do what in which namespace. */
@NullMarked
package io.kubefate.server.service.identity;

import org.jspecify.annotations.NullMarked;
