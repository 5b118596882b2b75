/** Records and shows who requested what. */
@NullMarked
package io.kubefate.server.service.audit;

import org.jspecify.annotations.NullMarked;
