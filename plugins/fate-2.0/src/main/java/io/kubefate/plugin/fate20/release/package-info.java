/** The releases of FATE 2: each is a class here and a resource folder with the name of its chart version. */
@NullMarked
package io.kubefate.plugin.fate20.release;

import org.jspecify.annotations.NullMarked;
