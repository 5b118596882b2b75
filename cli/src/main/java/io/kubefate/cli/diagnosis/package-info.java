/** The checks of {@code kubefate doctor}, from this machine to the service. */
@NullMarked
package io.kubefate.cli.diagnosis;

import org.jspecify.annotations.NullMarked;
