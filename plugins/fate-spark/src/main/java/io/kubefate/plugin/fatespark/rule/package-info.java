/** Rules of FATE on Spark, in addition to those of the release. */
@NullMarked
package io.kubefate.plugin.fatespark.rule;

import org.jspecify.annotations.NullMarked;
